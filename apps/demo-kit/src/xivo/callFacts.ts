import type { Call, Party } from '@offhook/core';
import { partyNumber } from '../calls/partyName.js';
import type { Texts } from '../texts/english.js';

/** One thing that is known of a call, for a description list. */
export interface CallFact {
  readonly term: string;
  readonly detail: string;
}

/** What the page in a pane shows of its call: who calls whom, through which queue, and the vendor's own data. */
export function callFacts({ remote, local, queue, userData }: Call, texts: Texts): readonly CallFact[] {
  return [
    { term: texts.caller, detail: partyText(remote) },
    { term: texts.callee, detail: partyText(local) },
    { term: texts.queue, detail: queue ?? '' },
    ...Object.entries(userData).map(([term, detail]) => ({ term, detail })),
  ].filter(({ detail }) => detail !== '');
}

/** The name, where there is one, and the number. */
function partyText(party: Party = {}): string {
  const parts = [party.name ?? '', partyNumber(party)];
  return [...new Set(parts)].filter((part) => part !== '').join(' · ');
}
