import type { AgentFrame, CustomerFrame, Entry } from '@offhook/livechat';
import { type Stored } from '../../log/sessionLog.js';
import { entryOf } from './entryOf.js';

/** Entries that were written together. Read once, and one frame for all customers' pages, one for all agents'. */
export class EntryBatch {
  readonly sid: string;
  readonly entries: readonly Entry[];
  #customerFrame: CustomerFrame | undefined;
  #agentFrame: AgentFrame | undefined;

  constructor(sid: string, records: readonly Stored[]) {
    this.sid = sid;
    this.entries = records.map(entryOf);
  }

  get first(): number {
    return this.entries[0]?.seq ?? 0;
  }

  get last(): number {
    return this.entries.at(-1)?.seq ?? 0;
  }

  /** All but `start`, which is for agents only. */
  customerFrame(clientId: string | undefined): CustomerFrame {
    this.#customerFrame ??= {
      t: 'entries',
      sid: this.sid,
      ...(clientId === undefined ? {} : { clientId }),
      entries: this.first === 1 ? this.entries.slice(1) : this.entries,
    };
    return this.#customerFrame;
  }

  agentFrame(): AgentFrame {
    this.#agentFrame ??= { t: 'entries', sid: this.sid, entries: this.entries };
    return this.#agentFrame;
  }
}
