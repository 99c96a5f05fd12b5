import { readFile, readSessions } from './wire.js';

const session = (facts: object) => readSessions(facts)?.[0];
const record = (facts: object) => session({ trans: [facts] })?.records[0];

describe('the Session that Open brings', () => {
  test('T-54: an object, or its JSON; what is neither is none', () => {
    expect(readSessions({ trans: [] })).toHaveLength(1);
    expect(readSessions('{"trans":[]}')).toHaveLength(1);
    for (const wrong of [undefined, null, 7, 'no', {}, [], [{}], () => {}])
      expect(readSessions(wrong)).toBeUndefined();
  });

  test('T-55: T-56: T-57: agents are there by name and id, or not at all', () => {
    expect(session({ agents: [{ name: 'Kim', id: 'kim-1', index: '' }] })?.agents).toEqual([
      { name: 'Kim', id: 'kim-1', index: undefined },
    ]);
    for (const none of [undefined, null, 'Kim', [null, 7, {}]]) {
      expect(session({ agents: none, trans: [] })?.agents).toEqual([]);
    }
  });

  test('T-59: the records keep their order, and what is none is left out', () => {
    const trans = [
      { type: 'msg', by: 'c', msg: 'a' },
      null,
      { type: 'other' },
      { type: 'msg', by: 'a', msg: 'b' },
    ];
    expect(session({ trans })?.records.map(({ text }) => text)).toEqual(['a', 'b']);
    for (const none of [undefined, null, {}, 'a']) {
      expect(session({ agents: [], trans: none })?.records).toEqual([]);
    }
  });

  test('T-60: a message is the customer’s or an agent’s, decoded, with the server’s time', () => {
    expect(record({ type: 'msg', by: 'c', msg: 'a%20b%25', time: '2026-01-05T09:00:00.000Z' })).toMatchObject(
      {
        by: 'customer',
        text: 'a b%',
        at: Date.UTC(2026, 0, 5, 9),
      },
    );
    expect(record({ type: 'msg', by: 'a', msg: '%E0%A4%A' })).toMatchObject({
      by: 'agent',
      text: '%E0%A4%A',
    });
    expect(record({ type: 'msg', by: 'x', msg: 'a' })).toBeUndefined();
    expect(record({ type: 'msg', by: 'a', msg: 7 })).toBeUndefined();
  });

  test('T-61: T-62: coming and going name the agent', () => {
    for (const type of ['connect', 'disconnect'] as const) {
      expect(record({ type, id: 7, name: 'Kim', time: 'x' })).toMatchObject({ type, id: '7', name: 'Kim' });
    }
  });

  test('T-187: with several chats it is a list, each with its client id', () => {
    expect(
      readSessions([{ clientId: 'a', trans: [] }, 7, { clientId: 'b', trans: [] }])?.map(
        ({ clientId }) => clientId,
      ),
    ).toEqual(['a', 'b']);
  });
});

test('T-172: a file’s facts, however they are named', () => {
  const facts = { name: 'a.pdf', size: 9, type: 'application/pdf' };
  for (const given of [
    { fileName: 'a.pdf', fileSize: 9, fileType: 'application/pdf' },
    { filename: 'a.pdf', filesize: '9', filetype: 'application/pdf' },
    facts,
  ]) {
    expect(readFile(given)).toMatchObject(facts);
  }
  expect(readFile({ fileSize: 9 })).toBeUndefined();
});
