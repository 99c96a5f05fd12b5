import { createContactBook } from './contact-book.js';
import { createContactIntake } from './contact-intake.js';
import type { Contact } from './contact.js';
import { readVcf } from './vcf.js';

const john = { id: 'id1', name: 'John Doe', phones: ['+34666555444'] };
const jennifer = { id: 'id2', name: 'Jénnifer Doe', phones: ['+34666555444', '+34666777888'] };

function createIntake(kept: Contact[] = []) {
  const book = createContactBook();
  const saved = {
    load: () => Promise.resolve([...kept]),
    save: (contacts: readonly Contact[]) => Promise.resolve(void kept.push(...contacts)),
    clear: () => Promise.resolve(void kept.splice(0)),
  };
  const intake = createContactIntake({
    book,
    saved,
    idle: (work) => queueMicrotask(() => work({ timeRemaining: () => 50 })),
    changed: () => {},
  });
  return { book, intake };
}

describe('contacts of the Kunzite softphone', () => {
  test('S3-21: one number may be two contacts’; names and numbers are found as people write them', () => {
    const book = createContactBook();
    book.put('host', john);
    book.put('host', jennifer);
    const names = (found: readonly Contact[]) => found.map(({ name }) => name);
    expect(names(book.who('666 555 444'))).toEqual(['John Doe', 'Jénnifer Doe']);
    expect(names(book.search('jennifer', 9))).toEqual(['Jénnifer Doe']);
    expect(names(book.search('666-777', 9))).toEqual(['Jénnifer Doe']);
  });

  test('S3-20 S3-23: pushed contacts add or replace by id and are gone with the page; a file’s stay', async () => {
    const kept: Contact[] = [];
    const { book, intake } = createIntake(kept);
    for (const contacts of [
      [john, { id: 7 }],
      [jennifer, { ...john, name: 'Johnny' }],
    ])
      intake.settle(intake.hold(contacts), true);
    intake.settle(intake.hold([{ ...john, id: 'not taken' }]), false);
    const text = 'BEGIN:VCARD\r\nFN:Ada\r\nTEL:+1216\r\nEND:VCARD\r\n';
    expect(await intake.importText(text)).toBe(1);
    expect(await intake.importText(text)).toBe(1);
    expect(book.search('', 9).map(({ name }) => name)).toEqual(['Jénnifer Doe', 'Johnny', 'Ada']);
    const after = createIntake(kept);
    await after.intake.restore();
    expect(after.book.search('', 9).map(({ name }) => name)).toEqual(['Ada']);
    expect(kept).toHaveLength(1);
  });

  test('S3-23: cards of all versions are read', () => {
    const text = [
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Mu=C3=B1oz;Jos=C3=A9=\r\n;;\r\n',
      'TEL;CELL:600 000 000\r\nEND:VCARD\r\n',
      'BEGIN:VCARD\nVERSION:4.0\nUID:u1\nFN:Ada Love\n lace\nitem1.TEL;VALUE=uri:tel:+1216;ext=2\nEND:VCARD\n',
      'BEGIN:VCARD\nVERSION:3.0\nORG:Kiosk\\, Ltd;Sales\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\n',
    ].join('');
    expect([...readVcf(text)].map(({ contact }) => contact)).toEqual([
      { id: 'José Muñoz 600 000 000', name: 'José Muñoz', phones: ['600 000 000'] },
      { id: 'u1', name: 'Ada Lovelace', phones: ['+1216'] },
      { id: 'Kiosk, Ltd, Sales ', name: 'Kiosk, Ltd, Sales', phones: [] },
      undefined,
    ]);
  });
});
