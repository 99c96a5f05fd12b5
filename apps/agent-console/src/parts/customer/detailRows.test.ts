import { detailRows } from './detailRows.js';

const rows = (details: Readonly<Record<string, string>>) =>
  detailRows(details).map(({ label, value }) => [label, value]);

test('T-27, T-30, T-36: what is known comes first, in the order in which one looks for it', () => {
  expect(rows({ eMobileNo: '+65 1', zebra: 'z', pTopic: 'Cards', aim: 'a', eCustName: 'Ada' })).toEqual([
    ['Name', 'Ada'],
    ['Topic', 'Cards'],
    ['Mobile number', '+65 1'],
    ['aim', 'a'],
    ['zebra', 'z'],
  ]);
});

test('T-41: the access token is shown to nobody', () => {
  expect(rows({ pAccessToken: 'secret' })).toEqual([]);
});

test('what is empty is left out; a key like a function’s name is a key like others', () => {
  expect(rows({ eEmail: '', toString: 'x', constructor: 'y' })).toEqual([
    ['constructor', 'y'],
    ['toString', 'x'],
  ]);
});
