import type { ContactMatch, Party } from '@offhook/core';
import { matchText } from '../contacts/matchText.js';
import type { Texts } from '../texts/english.js';
import { partyName, partyNumber } from './partyName.js';

/** What stands below a party's name: the number, or, where the number is all there is, whose it may be. */
export function partyDetail(party: Party, match: ContactMatch, texts: Texts): string {
  const number = partyNumber(party);
  return partyName(party, match, texts.unknownCaller) === number ? matchText(match, texts) : number;
}
