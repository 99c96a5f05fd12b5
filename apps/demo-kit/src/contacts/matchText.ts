import type { ContactMatch } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** What a match comes to beside the name, in a few words: the contact's company, how many there are, or none. */
export function matchText({ status, contacts }: ContactMatch, texts: Texts): string {
  switch (status) {
    case 'pending':
      return texts.lookingUp;
    case 'none':
      return texts.notInContacts;
    case 'one':
      return contacts[0]?.company ?? contacts[0]?.source ?? '';
    case 'many':
      return texts.matchCount(contacts.length);
  }
}
