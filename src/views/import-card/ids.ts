/** The buttons of the message that tells how an import stands; each bears the import's id. */
export const IMPORT_COLUMNS = 'import_columns'
export const IMPORT_START = 'import_start'
export const IMPORT_CANCEL = 'import_cancel'
export const IMPORT_UNDO = 'import_undo'
