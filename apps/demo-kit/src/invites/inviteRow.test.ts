import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { inviteRow } from './inviteRow.js';

const startsAt = new Date(2026, 0, 2, 21, 4).getTime();

test('a meeting says what it is about, when and where', () => {
  const invite = {
    kind: 'meeting',
    topic: 'Blue review',
    location: 'Online',
    startsAt,
    userData: {},
  } as const;
  expect(inviteRow(invite, english, 'en')).toEqual({
    title: 'Meeting · Blue review',
    detail: 'Jan 2, 2026, 21:04 · Online',
  });
  expect(inviteRow(invite, spanish, 'es').title).toBe('Reunión · Blue review');
});

test('a conference says the numbers and codes that one joins by, and nothing for what is missing', () => {
  const userData = { dialInNumber: '+16505550100', participantCode: '123' };
  expect(inviteRow({ kind: 'conference', topic: '', userData }, english, 'en')).toEqual({
    title: 'Conference',
    detail: '+16505550100 · 123',
  });
});
