/** The product's own screens inside the app's lists. */
export const SCREENS = ['dashboard', 'checklist', 'matrix', 'documents'] as const
export type Screen = (typeof SCREENS)[number]
