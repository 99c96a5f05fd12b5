import { defaultSettings } from '../settings.js';
import { decide } from './decide.js';
import { type DeskAnswer, type DeskCommand } from './command.js';
import { emptyDesk, type Desk } from './desk.js';
import { nextDue } from './due.js';
import { evolve } from './evolve.js';
import { phoneNumber } from './phoneNumber.js';
import { restoreDesk, snapshotOf } from './snapshot.js';
import { Turn } from './turn.js';

const anna = { id: 'anna', name: 'Anna' };

function desk() {
  const state: Desk = emptyDesk();
  let now = 1_000;
  const turn = (): Turn => new Turn({ site: 'main', now, settings: defaultSettings, id: `t${state.seq}` });
  return {
    state,
    turn,
    pass: (ms: number) => void (now += ms),
    run(command: DeskCommand): DeskAnswer {
      const made = turn();
      const answer = decide(state, command, made);
      for (const event of made.events) {
        evolve(state, event);
        state.seq += 1;
      }
      return answer;
    },
  };
}

const start = (sid: string, web = 'w'): DeskCommand => ({
  t: 'start',
  sid,
  web,
  page: 'p',
  node: 'n1',
  nodeChats: 0,
  details: { eCin: 'eva', eMobileNo: '12345' },
  autoCallback: true,
});

test('a decision changes nothing, and is the same when it is made again', () => {
  const { state, run, turn } = desk();
  run({ t: 'agentIn', agent: anna, node: 'n1' });
  run(start('s1'));
  const before = snapshotOf(state);
  const turns = [turn(), turn()];
  const answers = turns.map((made) => decide(state, { t: 'end', web: 'w', sids: ['s1'], reason: 'r' }, made));
  expect(snapshotOf(state)).toBe(before);
  expect(answers[0]).toEqual(answers[1]);
  expect(turns[0]?.events).toEqual(turns[1]?.events);
  expect(turns[0]?.writes).toEqual(turns[1]?.writes);
});

test('a snapshot has all that the desk goes by', () => {
  const { state, run, pass } = desk();
  run({ t: 'agentIn', agent: anna, node: 'n1', skills: ['cards'] });
  for (const web of ['w1', 'w2', 'w3', 'w4']) run(start(web, web));
  run({ t: 'accept', agent: anna, sid: 'w1' });
  run({ t: 'close', web: 'w1', page: 'p' });
  run({ t: 'presence', node: 'n1', lost: ['w2 p'], back: [] });
  run({ t: 'end', web: 'w3', sids: ['w3'] });
  run({ t: 'leave', agent: 'anna', sid: 'w1' });
  run({ t: 'agentLost', agent: 'anna', node: 'n1' });
  const again = restoreDesk(snapshotOf(state));
  expect(JSON.parse(snapshotOf(again))).toEqual(JSON.parse(snapshotOf(state)));
  expect(nextDue(again)).toBe(nextDue(state));
  expect(again.queue.head(9)).toEqual(state.queue.head(9));
  expect([...again.customers, ...again.nodes]).toEqual([...state.customers, ...state.nodes]);
  pass(31_000);
  const turns = [again, state].map((one) => {
    const turn = new Turn({ site: 'main', now: 32_000, settings: defaultSettings, id: 't' });
    decide(one, { t: 'tick' }, turn);
    return turn.events;
  });
  expect(turns[0]).toEqual(turns[1]);
  expect(turns[0]).toMatchObject([{ t: 'ended', sid: 'w1' }, { t: 'agentOut' }]);
});

test.each([
  ['+49 (30) 123-45', '+493012345'],
  ['030/777', '030777'],
  ['12', undefined],
  ['', undefined],
  ['++12345', undefined],
  ['call 12345', undefined],
  ['1'.repeat(21), undefined],
  [' '.repeat(100) + '12345', undefined],
])('P-13: %j is dialled as %j', (text, number) => {
  expect(phoneNumber(text)).toBe(number);
});
