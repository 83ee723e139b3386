/** The product's own screens inside the app's lists. */
export const SCREENS = ['dashboard', 'checklist', 'matrix', 'documents'] as const
export type Screen = (typeof SCREENS)[number]
/** Where a link can lead: `assigned` is kintone's own list of the items whose next step the user has to take, in an app with a process. */
export type LinkedView = Screen | 'assigned'
export type ViewIds = Readonly<Partial<Record<LinkedView, string>>>
