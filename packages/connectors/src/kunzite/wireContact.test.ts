import { toWire } from './wireContact.js';

const ada = { id: 'id1', source: 'crm', name: 'Ada', emails: ['ada@crm.example'], company: 'Crm' };

it('S3-21: a contact is its id, its name and its numbers, each once, and nothing else of it', () => {
  const phones = ['+34911085460', '+34911085461', '+34911085460'].map((number) => ({ number, type: 'home' }));
  expect(toWire({ ...ada, phones })).toEqual({
    id: 'id1',
    name: 'Ada',
    phones: ['+34911085460', '+34911085461'],
  });
});

it.each([undefined, 'none', [null, {}, { number: 7 }, { number: '' }, '+34911085460']])(
  'S3-21: has no numbers where there are none: %j',
  (phones) => expect(toWire({ ...ada, phones })?.phones).toEqual([]),
);

it('S3-21: has a hundred numbers at most', () => {
  const phones = Array.from({ length: 300 }, (_, index) => ({ number: `+${index}`, type: 'home' }));
  expect(toWire({ ...ada, phones })?.phones).toHaveLength(100);
});

it.each([null, 'ada', { ...ada, id: 7 }, { ...ada, id: '' }, { ...ada, name: undefined }])(
  'S3-21: is none without an id and a name: %j',
  (contact) => expect(toWire(contact)).toBeUndefined(),
);
