/** `schemaVersion` of the JSON report: changes when a reader of the old form would misread the new one. */
export const reportSchemaVersion = '1';
