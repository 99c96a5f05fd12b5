import type { AgentRef } from '@offhook/livechat';
import type { Clock } from '../../clock.js';
import type { ChatHub } from '../hub/chatHub.js';
import type { ChatMetrics } from '../../metrics/chatMetrics.js';
import type { FileTypes } from './fileTypes.js';

/** Whose file it is. */
export type Owner =
  | {
      readonly by: 'c';
      readonly site: string;
      readonly web: string;
      readonly page: string;
      readonly sid: string;
    }
  | { readonly by: 'a'; readonly site: string; readonly agent: AgentRef; readonly sid: string };

/** What the files' routes stand on. */
export interface FileParts {
  readonly hub: ChatHub;
  readonly clock: Clock;
  readonly metrics: ChatMetrics;
  /** Where files are; all nodes need the same. */
  readonly folder: string;
  readonly maxBytes: number;
  readonly types: FileTypes;
}
