import { createTheme } from '@offhook/demo-kit';
import { createReplies } from '../replies/replies.js';
import { kept } from './kept.js';

const readSwitch = (stored: unknown): boolean | undefined =>
  typeof stored === 'boolean' ? stored : undefined;

/** What the person has chosen for this page. */
export const theme = createTheme();
/** Whether a chat that begins to wait is heard. */
export const sound = kept('offhook.agent.sound', false, readSwitch);
/** Whether `?` alone opens the help: some people's software types it by accident. */
export const questionMark = kept('offhook.agent.help-key', true, readSwitch);
export const replies = createReplies();
