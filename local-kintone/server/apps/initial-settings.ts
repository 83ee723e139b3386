import type { Field } from '../fields/field'
import type { AppSettings } from './settings'

const all = {
  appEditable: true,
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  recordImportable: true,
  recordExportable: true,
}

/** A new app: no views, its maker may do everything, everybody may work with its records (which of these rights everybody has: guess). */
export function initialSettings(name: string, form: readonly Field[]): AppSettings {
  return {
    revision: 1,
    general: {
      name,
      description: '',
      icon: { type: 'PRESET', key: 'APP72' },
      theme: 'WHITE',
      titleField: { selectionMode: 'AUTO', code: '' },
      enableThumbnails: true,
      enableBulkDeletion: false,
      enableComments: true,
      enableDuplicateRecord: true,
      enableInlineRecordEditing: true,
      numberPrecision: { digits: '16', decimalPlaces: '4', roundingMode: 'HALF_EVEN' },
      firstMonthOfFiscalYear: '4',
    },
    form,
    layout: [],
    views: [],
    reports: [],
    process: { enable: false, states: null, actions: null },
    appRules: [
      { entity: { type: 'CREATOR', code: null }, includeSubs: false, ...all },
      {
        entity: { type: 'GROUP', code: 'everyone' },
        includeSubs: false,
        ...all,
        appEditable: false,
        recordImportable: false,
        recordExportable: false,
      },
    ],
    recordRules: [],
    fieldRules: [],
    notifications: {
      general: {
        notifications: [
          {
            entity: { type: 'FIELD_ENTITY', code: form.find((field) => field.type === 'CREATOR')?.code ?? null },
            includeSubs: false,
            recordAdded: false,
            recordEdited: false,
            commentAdded: true,
            statusChanged: false,
            fileImported: false,
          },
        ],
        notifyToCommenter: true,
      },
      perRecord: [],
      reminder: { notifications: [], timezone: 'Asia/Tokyo' },
    },
    customize: { scope: 'ALL', desktop: { js: [], css: [] }, mobile: { js: [], css: [] } },
    actions: [],
    adminNotes: { content: '', includeInTemplateAndDuplicates: false },
    plugins: [],
    pluginConfigs: {},
  }
}
