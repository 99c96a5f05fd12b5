import type { Call } from '@offhook/core';
import { english } from '../texts/english.js';
import { agentCallDetail } from './agentCallDetail.js';
import { callFacts } from './callFacts.js';

const call = (parts: Partial<Call>): Call =>
  ({ remote: {}, userData: {}, match: { status: 'none', contacts: [] }, ...parts }) as Call;

const full = call({
  remote: { number: '1013', name: 'Ada Lovelace' },
  local: { number: '1023' },
  queue: 'Edition',
  userData: { XIVO_USERID: '54', EMPTY: '' },
});

test('a call’s facts are who calls whom, through which queue, and the vendor’s own data', () => {
  expect(callFacts(full, english)).toEqual([
    { term: 'Caller', detail: 'Ada Lovelace · 1013' },
    { term: 'Callee', detail: '1023' },
    { term: 'Queue', detail: 'Edition' },
    { term: 'XIVO_USERID', detail: '54' },
  ]);
});

test('what isn’t known has no line, and a name that is the number is not said twice', () => {
  expect(callFacts(call({ remote: { number: '1013', name: '1013' } }), english)).toEqual([
    { term: 'Caller', detail: '1013' },
  ]);
  expect(callFacts(call({}), english)).toEqual([]);
});

test('below a caller stand the number called and the queue', () => {
  expect(agentCallDetail(full)).toBe('1023 · Edition');
  expect(agentCallDetail(call({ local: { number: '1023' } }))).toBe('1023');
  expect(agentCallDetail(call({}))).toBe('');
});
