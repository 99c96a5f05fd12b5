import { type Contact, memoryContacts } from '@offhook/core';
import * as fc from 'fast-check';
import { encodeContacts } from '../record/encodeContacts.js';
import * as some from '../testing/arbitraries.js';
import { lastOfEach, naiveSearch } from '../testing/oracle.js';
import { property } from '../testing/property.js';
import { ContactEngine } from './contactEngine.js';
import { runToEnd } from './runToEnd.js';

type Step =
  | { readonly do: 'add'; readonly contacts: readonly Contact[] }
  | { readonly do: 'remove'; readonly ids: readonly string[]; readonly source: string | undefined }
  | { readonly do: 'merge'; readonly all: boolean };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('add' as const),
        contacts: fc.array(some.contact, { maxLength: 12 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('remove' as const),
        ids: fc.array(fc.nat({ max: 12 }).map(String), { maxLength: 3 }),
        source: fc.constantFrom(undefined, 'crm'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), all: fc.boolean() }) },
  ),
  { minLength: 1, maxLength: 14 },
);

function lived(story: readonly Step[]): { engine: ContactEngine; contacts: readonly Contact[] } {
  const engine = new ContactEngine({ largestSegment: 7 });
  let contacts: Contact[] = [];
  for (const step of story) {
    if (step.do === 'add') {
      engine.add(encodeContacts(step.contacts));
      engine.seal();
      contacts = lastOfEach([...contacts, ...step.contacts]);
    } else if (step.do === 'remove') {
      engine.remove(step.ids, step.source);
      contacts = contacts.filter(
        ({ id, source }) => !(step.ids.includes(id) && (step.source ?? source) === source),
      );
    } else runToEnd(engine.merge(step.all));
  }
  return { engine, contacts };
}

property(
  'finds what a look at every word of every contact finds',
  fc.tuple(steps, fc.array(some.query, { maxLength: 12 }), fc.constantFrom(1, 3, 50)),
  ([story, queries, limit]) => {
    const { engine, contacts } = lived(story);
    expect(engine.count).toBe(contacts.length);
    for (const query of queries)
      expect(engine.search(query, limit)).toEqual(naiveSearch(contacts, query, limit));
  },
);

property(
  'matches whom contacts in memory match',
  fc.tuple(steps, fc.array(some.number, { maxLength: 20 })),
  ([story, numbers]) => {
    const { engine, contacts } = lived(story);
    const port = memoryContacts(contacts);
    for (const number of numbers) {
      expect(engine.match(number)).toEqual(port.match(number, new AbortController().signal));
      expect(engine.countMatches(number)).toBe(engine.match(number).length);
    }
  },
);
