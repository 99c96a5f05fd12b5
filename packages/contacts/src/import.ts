export type { CsvColumn, CsvMapping } from './import/csvColumns.js';
export type { ImportOptions, ImportProgress, ImportResult } from './import/importContacts.js';
export { importContacts } from './import/importContacts.js';
export type { ImportProblem } from './import/importProblem.js';
