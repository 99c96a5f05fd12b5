import { fileOf, lines } from '../testing/files.js';
import { importContacts } from './importContacts.js';

const card = (...properties: readonly string[]): string =>
  lines('BEGIN:VCARD', 'VERSION:3.0', ...properties, 'END:VCARD');

async function only(text: string | Uint8Array) {
  const result = await importContacts(fileOf(text));
  expect(result).toMatchObject({ good: 1, bad: 0, problems: [] });
  return result.contacts[0];
}

it('S3-23: reads a card', async () => {
  const contact = await only(
    card(
      'UID:urn:uuid:1',
      'N:Doe;Jennifer;Q.;Dr.;Jr.',
      'FN:Jennifer Doe',
      'ORG:Example\\, Inc.;Sales',
      'EMAIL;TYPE=INTERNET,WORK:jen@example.org',
      'TEL;TYPE=CELL,VOICE:+44 20 7946 0958',
      'TEL;TYPE="work,fax":(020) 7946 0000',
      'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
      ' BBBB:CCCC',
      'REV:20240131T120000Z',
    ),
  );
  expect(contact).toEqual({
    id: 'urn:uuid:1',
    source: 'import',
    name: 'Jennifer Doe',
    company: 'Example, Inc.',
    emails: ['jen@example.org'],
    phones: [
      { number: '+44 20 7946 0958', type: 'mobile' },
      { number: '(020) 7946 0000', type: 'fax' },
    ],
    updatedAt: Date.UTC(2024, 0, 31, 12),
  });
});

it('reads a card of version 4.0, with its telephone URIs', async () => {
  const contact = await only(
    lines(
      'begin:vcard',
      'version:4.0',
      'KIND:org',
      'FN;LANGUAGE=de:Müller\\; Söhne',
      'TEL;VALUE=uri;TYPE="voice,home":tel:+49-30-12345;ext=4',
      'EMAIL;PREF=1:mailto:info@example.org',
      'end:vcard',
    ),
  );
  expect(contact).toMatchObject({
    name: 'Müller; Söhne',
    type: 'org',
    phones: [{ number: '+49-30-12345;ext=4', type: 'home' }],
    emails: ['info@example.org'],
  });
});

it('reads a card of version 2.1 as phones write it', async () => {
  const contact = await only(
    lines(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=82ukasik;=C5=81uk=',
      'asz;;;',
      'TEL;CELL;PREF:600700800',
      'ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Stra=DFe',
      'END:VCARD',
    ),
  );
  expect(contact).toMatchObject({
    name: 'Łukasz łukasik',
    phones: [{ number: '600700800', type: 'mobile' }],
    company: 'Straße',
  });
});

it('unfolds lines in the middle of a letter, and groups labels with their numbers', async () => {
  const contact = await only(
    card(
      'FN:Zo',
      ' ë Do',
      '\te',
      'item1.TEL:+331',
      'item1.X-ABLabel:_$!<Mobile>!$_',
      'item2.TEL;TYPE=PAGER:2',
    ),
  );
  expect(contact).toMatchObject({
    name: 'Zoë Doe',
    phones: [
      { number: '+331', type: 'mobile' },
      { number: '2', type: 'pager' },
    ],
  });
});

it.each([
  [
    'UTF-16',
    (text: string) =>
      new Uint8Array(Uint16Array.from('\ufeff' + text, (letter) => letter.charCodeAt(0)).buffer),
  ],
  ['UTF-8 with a mark', (text: string) => new TextEncoder().encode('\ufeff' + text)],
])('reads %s', async (_, encode) => {
  expect(await only(encode(card('FN:Jürgen', 'TEL:1')))).toMatchObject({ name: 'Jürgen' });
});

it('reads line ends of every kind', async () => {
  for (const end of ['\n', '\r', '\r\n']) {
    const { contacts, lines: count } = await importContacts(
      fileOf(card('FN:A', 'TEL:1').replaceAll('\r\n', end)),
    );
    expect(contacts).toMatchObject([{ name: 'A', phones: [{ number: '1' }] }]);
    expect(count).toBe(5);
  }
});

it('names a contact by whatever it has', async () => {
  const { contacts } = await importContacts(
    fileOf(
      card('N:Doe;Jane;;;') +
        card('ORG:;Sales') +
        card('EMAIL:a@b.c') +
        card('TEL:123') +
        card('FN: ', 'NICKNAME:Jo'),
    ),
  );
  expect(contacts.map(({ name }) => name)).toEqual(['Jane Doe', 'Sales', 'a@b.c', '123', 'Jo']);
});

it('gives the same ids when a file is read again, and twins ids of their own', async () => {
  const text = card('FN:Jane') + card('FN:Jane') + card('FN:Joe');
  const [once, again] = [await importContacts(fileOf(text)), await importContacts(fileOf(text))];
  const ids = once.contacts.map(({ id }) => id);
  expect(again.contacts.map(({ id }) => id)).toEqual(ids);
  expect(new Set(ids).size).toBe(3);
});

it('tells of every kind of broken card, and takes the others', async () => {
  const file = [
    lines('hello', 'who reads this'), // 1, 2: outside
    card('FN:First', 'TEL:1'), // 3 to 7
    lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:No end'), // 8 to 10
    card('NOTE:nothing to go by'), // 11 to 14
    card('FN:Half', 'TEL:', 'no colon here', 'TEL;TYPE=home:2'), // 15 to 21
    card('FN;ENCODING=QUOTED-PRINTABLE:=ZZ', 'TEL:3'), // 22 to 26
    card('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=nonsense:a', 'TEL:4'), // 27 to 31
    lines('BEGIN:VCARD', 'FN:No version', 'END:VCARD'), // 32 to 34
    lines('BEGIN:VCARD', 'VERSION:9', 'FN:Version 9', 'END:VCARD'), // 35 to 38
    card('UID:same', 'FN:One'), // 39 to 43
    card('UID:same', 'FN:Two'), // 44 to 48
    card('FN:Long', `TEL:${'1'.repeat(100_001)}`), // 49 to 53
    card('FN:Base', 'ORG;ENCODING=B:!!!'), // 54 to 58
    lines('END:VCARD'), // 59
    lines('BEGIN:VCARD', 'FN:The file ends'), // 60, 61
  ].join('');
  const { good, bad, problems, problemCount, contacts } = await importContacts(fileOf(file, 4_099), {
    format: 'vcard',
  });
  expect(contacts.map(({ name }) => name)).toEqual([
    'First',
    'Half',
    '3',
    '4',
    'No version',
    'Version 9',
    'One',
    'Two',
    'Long',
    'Base',
  ]);
  expect([good, bad, problemCount]).toEqual([10, 5, problems.length]);
  expect(problems.map(({ line, lost, reason }) => [line, lost, reason.replace(/: .*/, '')])).toEqual([
    [1, 'contact', 'This stands outside of any card.'],
    [8, 'contact', 'The card has no end'],
    [11, 'contact', 'The card has no name, number, address or organization.'],
    [18, 'value', 'This number is empty.'],
    [19, 'value', 'This is not a property'],
    [24, 'value', "This FN can't be decoded"],
    [29, 'value', "This FN can't be decoded"],
    [33, 'value', 'The card has no version.'],
    [36, 'value', 'The card’s version is 9.'],
    [44, 'value', 'It has the id of line 39, whose contact it replaces.'],
    [52, 'value', 'This value has more than 100000 letters.'],
    [57, 'value', "This ORG can't be decoded"],
    [59, 'contact', 'This stands outside of any card.'],
    [60, 'contact', 'The card has no end'],
  ]);
});

it('reads a hundred thousand cards, and counts each', async () => {
  const count = 100_000;
  let made = 0;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = '';
      for (let left = 1_000; left > 0; left -= 1, made += 1) {
        // Every thousandth has no end.
        text += `BEGIN:VCARD\nVERSION:3.0\nFN:Person ${made}\nTEL:+1${made}\n${made % 1_000 === 7 ? '' : 'END:VCARD\n'}`;
      }
      controller.enqueue(encoder.encode(text));
      if (made === count) controller.close();
    },
  });
  let added = 0;
  let told = 0;
  const result = await importContacts(stream, {
    index: {
      add(contacts) {
        added += contacts.length;
        return Promise.resolve();
      },
    },
    onProgress: ({ good, bad }) => {
      told = good + bad;
    },
  });
  expect(result).toMatchObject({ good: 99_900, bad: 100, problemCount: 100, contacts: [] });
  expect(added).toBe(99_900);
  expect(told).toBe(count);
}, 180_000);

it('stops when it is told to', async () => {
  const abort = new AbortController();
  const importing = importContacts(fileOf(card('FN:A').repeat(10_000)), {
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  await expect(importing).rejects.toMatchObject({ code: 'aborted' });
});
