export { createCrm, type Crm, type CrmOptions } from './createCrm.js';
