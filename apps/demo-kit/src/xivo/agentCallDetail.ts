import type { Call } from '@offhook/core';
import { partyNumber } from '../calls/partyName.js';

/** What stands below the caller of a call that an agent's desktop told of: the number called, and the queue. */
export const agentCallDetail = ({ local = {}, queue = '' }: Call): string =>
  [partyNumber(local), queue].filter((part) => part !== '').join(' · ');
