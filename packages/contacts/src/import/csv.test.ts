import { fileOf, lines } from '../testing/files.js';
import { importContacts } from './importContacts.js';

it('reads rows, with quotes and line ends in them', async () => {
  const { contacts, good, bad } = await importContacts(
    fileOf(
      lines(
        'Id,Name,Company,E-mail,Mobile phone,Work phone,Notes',
        '1,"Doe, Jane","Say ""hi""",jane@example.org,+44 1,+44 2,x',
        '2,"Two\r\nlines",,,,"020 7946 0958",',
        '',
        '3,Short row',
      ),
    ),
  );
  expect([good, bad]).toEqual([3, 0]);
  expect(contacts).toEqual([
    {
      id: '1',
      source: 'import',
      name: 'Doe, Jane',
      company: 'Say "hi"',
      emails: ['jane@example.org'],
      phones: [
        { number: '+44 1', type: 'mobile' },
        { number: '+44 2', type: 'work' },
      ],
    },
    {
      id: '2',
      source: 'import',
      name: 'Two\nlines',
      emails: [],
      phones: [{ number: '020 7946 0958', type: 'work' }],
    },
    { id: '3', source: 'import', name: 'Short row', emails: [], phones: [] },
  ]);
});

it.each([
  ['German, with semicolons', 'Vorname;Nachname;Firma;E-Mail;Telefon (privat);Mobiltelefon;Telefax'],
  [
    'French, with tabs',
    'Prénom\tNom de famille\tSociété\tCourriel\tTéléphone domicile\tPortable\tTélécopie (fax)',
  ],
  ['Spanish', 'Nombre de pila,Apellidos,Empresa,Correo electrónico,Teléfono particular,Móvil,Fax'],
  ['Italian', 'Nome proprio;Cognome;Azienda;Posta elettronica;Telefono casa;Cellulare;Fax'],
  ['Dutch', 'Voornaam,Achternaam,Bedrijf,E-mailadres,Telefoon thuis,Mobiel,Fax'],
  ['Polish', 'Imię,Nazwisko,Firma,E-mail,Telefon domowy,Telefon komórkowy,Faks (fax)'],
  [
    'an address book',
    'First Name,Last Name,Organization 1 - Name,E-mail 1 - Value,Home Phone,Mobile Phone,Home Fax',
  ],
])('knows the columns of %s', async (_, header) => {
  const separator = /[;\t,]/.exec(header)?.[0] ?? ',';
  const row = ['Ann', 'Lee', 'Ex', 'a@b.c', '1', '2', '3'].join(separator);
  const { contacts } = await importContacts(fileOf(lines(header, row)));
  expect(contacts).toMatchObject([
    {
      name: 'Ann Lee',
      company: 'Ex',
      emails: ['a@b.c'],
      phones: [
        { number: '1', type: 'home' },
        { number: '2', type: 'mobile' },
        { number: '3', type: 'fax' },
      ],
    },
  ]);
});

it('takes columns as it is told', async () => {
  const { contacts } = await importContacts(fileOf(lines('sep=|', 'Wer|Wie|X', 'Ann|1|y')), {
    columns: { Wer: 'name', Wie: 'phone:work', X: 'ignore' },
    source: 'book',
  });
  expect(contacts).toMatchObject([{ name: 'Ann', source: 'book', phones: [{ number: '1', type: 'work' }] }]);
});

it('reads what older programs write', async () => {
  const bytes = Uint8Array.from('Name,Tel\nJürgen,1\n', (letter) => letter.charCodeAt(0));
  const { contacts, problems } = await importContacts(fileOf(bytes));
  expect(contacts).toMatchObject([{ name: 'Jürgen' }]);
  expect(problems).toMatchObject([{ line: 2, lost: 'value' }]);
});

it('tells of every kind of broken row, and takes the others', async () => {
  const { contacts, good, bad, problems } = await importContacts(
    fileOf(
      lines(
        'Name,Phone',
        'First,1',
        'Too,many,cells',
        '"Quoted" twice",2',
        ',',
        ' , ',
        'Second,2',
        '"Never closed,3',
        'Third,3',
        'Fourth,4',
      ),
    ),
  );
  expect(contacts.map(({ name }) => name)).toEqual(['First', 'Second', 'Third', 'Fourth']);
  expect([good, bad]).toEqual([4, 3]);
  expect(problems.map(({ line, lost, reason }) => [line, lost, reason])).toEqual([
    [3, 'contact', 'The row has 3 cells and the first line has 2: a quote may be missing.'],
    [4, 'contact', "After the closing quote of cell 1 something other than ',' follows."],
    [8, 'contact', 'A quote that begins here doesn’t close.'],
  ]);
});

it('loses one row to an open quote in a long file', async () => {
  const rows = Array.from({ length: 1_000 }, (_, row) => (row === 10 ? '"open,0' : `Person ${row},${row}`));
  const { good, bad, problems } = await importContacts(fileOf(lines('Name,Phone', ...rows), 999));
  expect([good, bad]).toEqual([999, 1]);
  expect(problems).toMatchObject([{ line: 12 }]);
});

it.each(['', '\n\n', 'this is,no list\n1,2\n', '"open\n'])('refuses what is no list: %j', async (text) => {
  await expect(importContacts(fileOf(text))).rejects.toMatchObject({ code: 'invalid-argument' });
});
