import { createCallDrafts, createCrmClient, createHostDesk } from '@offhook/demo-kit';
import { session } from './page.js';

// The host's own part: one for all vendors, made outside the component tree.
export const crm = createCrmClient({ session });
export const desk = createHostDesk({ crm, session });
export const drafts = createCallDrafts();
