import { mergeCall, type CallEntry } from './callEntry.js';

const write = (more: Partial<CallEntry>): CallEntry => ({
  vendor: 'ringcentral',
  phase: 'start',
  direction: 'inbound',
  remote: { number: '101' },
  vendorIds: [],
  recordings: [],
  ...more,
});

const merged = (...writes: readonly Partial<CallEntry>[]): CallEntry | undefined =>
  writes.map(write).reduce<CallEntry | undefined>(mergeCall, undefined);

test('a phase goes on and never back', () => {
  expect(merged({}, { phase: 'update' })).toMatchObject({ phase: 'update' });
  expect(merged({ phase: 'final' }, { phase: 'update' })).toMatchObject({ phase: 'final' });
  expect(merged({ phase: 'recording' }, { phase: 'final' })).toMatchObject({ phase: 'recording' });
});

test('a field left out keeps its value, and one given takes its place, also when it is empty', () => {
  expect(merged({ note: 'a', talkMs: 5 }, { phase: 'update' })).toMatchObject({ note: 'a', talkMs: 5 });
  expect(merged({ note: 'a' }, { note: '' })).toMatchObject({ note: '' });
});

test('ids and recordings are never forgotten, and a recording learns its link', () => {
  const link = 'https://media.example/1';
  expect(
    merged(
      { vendorIds: ['a', 'b'], recordings: [{ id: '1' }] },
      { vendorIds: ['c', 'a'], recordings: [{ id: '2' }, { id: '1', link }] },
      { recordings: [{ id: '1' }] },
    ),
  ).toMatchObject({ vendorIds: ['a', 'b', 'c'], recordings: [{ id: '1', link }, { id: '2' }] });
});
