import uFuzzy from '@leeoniya/ufuzzy';
import Dexie from 'dexie';
import MiniSearch from 'minisearch';
import { ContactEngine } from '../../../packages/contacts/src/engine/contactEngine.ts';
import { runToEnd } from '../../../packages/contacts/src/engine/runToEnd.ts';
import { encodeContacts } from '../../../packages/contacts/src/record/encodeContacts.ts';
import { idbStore } from '../../../packages/contacts/src/storage/idbStore.ts';
import { eachContact, generate, randomFrom } from './generate.mjs';

const limit = 50;
const chunk = 128;

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const textOf = ({ name, company, emails }) => folded(`${name} ${company} ${emails.join(' ')}`);
const digitsOf = ({ phones }) => phones.map(({ number }) => number.replace(/\D/g, '')).join(' ');

let contacts = [];
let chunks = [];
const built = {};

export const tasks = {
  /** Makes the contacts, and the records that the page would hand over. */
  prepare(count) {
    for (const side of Object.keys(built)) delete built[side];
    contacts = generate(count);
    chunks = [];
    for (let from = 0; from < count; from += chunk) {
      chunks.push(encodeContacts(contacts, from, Math.min(from + chunk, count)));
    }
    return chunks.reduce((sum, { length }) => sum + length, 0);
  },
  /** The records, and few of the contacts, to look up: so there is room for a million. */
  prepareRecords(count) {
    for (const side of Object.keys(built)) delete built[side];
    contacts = [];
    chunks = [];
    let some = [];
    for (const contact of eachContact(count)) {
      if (some.push(contact) < chunk) continue;
      chunks.push(encodeContacts(some));
      contacts.push(some[0]);
      some = [];
    }
    if (some.length > 0) chunks.push(encodeContacts(some));
  },
  /** How many milliseconds a side takes until all contacts are found. */
  build(side) {
    // On a clean heap: nobody pays for what the other left behind.
    for (const one of Object.keys(built)) delete built[one];
    globalThis.gc?.();
    const start = performance.now();
    built[side] = builders[side]();
    return performance.now() - start;
  },
  /** Builds a side beside the others, to be asked. */
  keep(side) {
    built[side] = builders[side]();
  },
  /** Whether a side finds somebody of this name first. */
  finds: (side, query, name) => searches[side](built[side], query)[0]?.name.startsWith(name) === true,
  /** As it is after a while: nobody waits for it. */
  merge() {
    const start = performance.now();
    runToEnd(built.ours.merge(true));
    return performance.now() - start;
  },
  /** A side's milliseconds for each of some queries: the median, of each query's mean over some repetitions. */
  median: (side, kind) =>
    middle(queries(kind).map((query) => timed(() => searches[side](built[side], query, kind), repetitions[side]))),
  /** The slowest of a hundred, each asked once, after one that isn't counted. */
  worst(side, kind) {
    const all = queries(kind);
    searches[side](built[side], all[0], kind);
    const times = [];
    for (let round = 0; round < 5; round += 1) {
      for (const query of all) times.push(timed(() => searches[side](built[side], query, kind), 1));
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)];
  },
  /** Microseconds for fifty numbers of contacts at random, each spelt anew. */
  lookUps(side, seed) {
    const random = randomFrom(seed);
    const numbers = Array.from({ length: 50 }, () => {
      const { phones } = contacts[Math.floor(random() * contacts.length)];
      return `${phones[0].number} `.slice(0, -1);
    });
    const look = lookers[side](built[side]);
    const start = performance.now();
    let found = 0;
    for (const number of numbers) found += look(number);
    const took = performance.now() - start;
    if (found < 50) throw new Error(`${side} found ${found} of 50 numbers.`);
    return took * 1_000;
  },
  matchMany(count, seed) {
    const random = randomFrom(seed);
    const numbers = Array.from(
      { length: count },
      () => contacts[Math.floor(random() * contacts.length)].phones[0].number,
    );
    const start = performance.now();
    for (const number of numbers) built.ours.match(number);
    return performance.now() - start;
  },
  add(count, from) {
    const records = encodeContacts(generate(count, 7, from));
    const start = performance.now();
    built.ours.add(records);
    built.ours.seal();
    const took = performance.now() - start;
    // As in its worker, where small ones are merged while nobody waits.
    runToEnd(built.ours.merge());
    return took;
  },
  async store() {
    const store = await idbStore('bench');
    const start = performance.now();
    await store.save(built.ours.segments);
    const took = performance.now() - start;
    store.close();
    return took;
  },
  async storeInDexie() {
    const db = dexie();
    const start = performance.now();
    await db.contacts.bulkPut(contacts);
    db.close();
    return performance.now() - start;
  },
  async warmStart(side) {
    const start = performance.now();
    if (side === 'ours') {
      const store = await idbStore('bench');
      const stored = await store.read();
      const engine = new ContactEngine();
      engine.restore(stored.segments);
      if (engine.search('jen', limit).length !== limit) throw new Error('Nothing was stored.');
      store.close();
    } else {
      const db = dexie();
      const all = await db.contacts.toArray();
      const engine = new ContactEngine();
      for (let from = 0; from < all.length; from += chunk) {
        engine.add(encodeContacts(all, from, Math.min(from + chunk, all.length)));
      }
      engine.seal();
      if (engine.search('jen', limit).length !== limit) throw new Error('Nothing was stored.');
      db.close();
    }
    return performance.now() - start;
  },
  /** Lets the records go, and the contacts too if a side holds its own. */
  forget(all = true) {
    if (all) contacts = [];
    chunks = [];
    globalThis.gc?.();
  },
  /** Lets a side go, so that it is in nobody's way. */
  drop(side) {
    delete built[side];
  },
  /** Megabytes of the index. */
  size: (side) => built[side].segments.reduce((sum, segment) => sum + bytesIn(segment), 0) / 1e6,
};

function bytesIn(value) {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value === null || typeof value !== 'object' || value instanceof Map) return 0;
  return Object.values(value).reduce((sum, part) => sum + bytesIn(part), 0);
}

const dexie = () => {
  const db = new Dexie('bench-dexie');
  db.version(1).stores({ contacts: 'id' });
  return db;
};

const builders = {
  ours() {
    const engine = new ContactEngine();
    for (const records of chunks) engine.add(records);
    engine.seal();
    return engine;
  },
  linear: () => ({ texts: contacts.map(textOf), digits: contacts.map(digitsOf) }),
  uFuzzy: () => ({ fuzzy: new uFuzzy({ intraMode: 1 }), texts: contacts.map(textOf), digits: contacts.map(digitsOf) }),
  miniSearch() {
    const index = new MiniSearch({
      fields: ['name', 'company', 'emails', 'phones'],
      processTerm: folded,
      extractField: (contact, field) =>
        field === 'emails'
          ? contact.emails.join(' ')
          : field === 'phones'
            ? contact.phones.map(({ number }) => number).join(' ')
            : contact[field],
    });
    index.addAll(contacts);
    return index;
  },
  map() {
    const map = new Map();
    contacts.forEach(({ phones }, index) => {
      for (const { number } of phones) map.set(number, index);
    });
    return map;
  },
};

const repetitions = { ours: 8, linear: 1, uFuzzy: 1, miniSearch: 1 };

const searches = {
  ours: (engine, query) => engine.search(query, limit),
  linear({ texts, digits }, query, kind) {
    const found = [];
    if (kind === 'suffix') {
      for (let index = 0; index < digits.length; index += 1) if (digits[index].includes(query)) found.push(index);
    } else {
      const words = folded(query).split(' ');
      for (let index = 0; index < texts.length; index += 1) {
        const text = texts[index];
        if (words.every((word) => text.includes(word))) found.push(index);
      }
    }
    return found.slice(0, limit).map((index) => contacts[index]);
  },
  uFuzzy: ({ fuzzy, texts, digits }, query, kind) =>
    (fuzzy.filter(kind === 'suffix' ? digits : texts, folded(query)) ?? [])
      .slice(0, limit)
      .map((index) => contacts[index]),
  miniSearch: (index, query, kind) =>
    index
      .search(query, { prefix: true, combineWith: 'AND', ...(kind === 'typo' && { fuzzy: 0.2 }) })
      .slice(0, limit)
      .map(({ id }) => contacts[Number(id.slice(2))]),
};

const lookers = {
  // The look-up itself: a bare Map gives a place in a list too.
  ours: (engine) => (number) => engine.countMatches(number),
  map: (map) => (number) => (map.get(number) === undefined ? 0 : 1),
};

const kinds = {
  prefix: `jen mar mich smi joh gar mül sør łuk rod wil ander card dom kim nov pat thom ber lop`.split(' '),
  words: `jen do|mar smi|john wil|mary jo|sus mill|rob and|eliz t|jen gar|mich bro|anna no|jür mül|dav lop|pat mar|wil
s|kar ber|sar ta|tho wh|nan ha|bet le|chr mo`
    .replaceAll('\n', ' ')
    .split('|'),
  typo: `jenifer micheal elizbeth jhon smiht andersson wiliams robet marten dominguz kimbery stephnie rebeca nichols
alexnder schroeder rodrigez thompsn gonzales campbel`.split(/\s+/),
  suffix: `5554 0958 1234 98765 4711 80081 3141 27182 9999 1000 4321 6789 24680 13579 7777 2026 0007 5150 8675 3090`.split(' '),
  letters: 'a b c d e f g h i j k l m n o p r s t u'.split(' '),
};
const queries = (kind) => kinds[kind];

function timed(run, times) {
  const start = performance.now();
  for (let index = 0; index < times; index += 1) run();
  return (performance.now() - start) / times;
}

const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
