import * as fc from 'fast-check';
import { readEvent, slotNames } from './readEvent.js';
import { property } from './testing/property.js';
import { moment, readHistory, readSessions } from './wire.js';

const single = (slot: string, ...args: unknown[]) => readEvent(slot, args, false);
const multi = (slot: string, ...args: unknown[]) => readEvent(slot, args, true);

describe('what the vendor’s slots are called with', () => {
  property(
    'T-126: whatever it is, reading it never throws, and gives an event of the slot or nothing',
    fc.tuple(
      fc.constantFrom(...slotNames),
      fc.array(fc.anything({ withNullPrototype: true }), { maxLength: 7 }),
      fc.boolean(),
    ),
    ([slot, args, several]) => {
      const event = readEvent(slot, args, several);
      expect(event === undefined || typeof event.type === 'string').toBe(true);
    },
  );

  test('T-174: OnRemoteEndClosed is none of them', () => {
    expect(slotNames).not.toContain('OnRemoteEndClosed');
    expect(single('OnRemoteEndClosed')).toBeUndefined();
  });

  test.each([
    ['OnStartFailed', [7]],
    ['OnOpenFailed', ['<b>']],
    ['OnEnd', ['somebody', 'x']],
    ['OnRemoteUserConnected', [undefined, {}, 'sid']],
    ['OnCallbackRequestStatus', [true]],
    ['OnServerStateChanged', ['Online']],
    ['OnTypingStateChanged', [2]],
    ['OnOpenSuccess', ['nothing']],
    ['OnUploadComplete', [{ size: 3 }]],
    ['OnCampaignContactCreated', ['<html>']],
  ])('T-126: %s with %j is nothing', (slot, args) => {
    expect(single(slot, ...args)).toBeUndefined();
  });

  test('P-25: our own script’s further arguments come behind, in single and in multi-chat', () => {
    expect(single('OnEcho', 'Hi', 'm1', 3, '2026-01-05T09:00:00.000Z')).toMatchObject({
      text: 'Hi',
      id: 'm1',
      seq: 3,
    });
    expect(multi('OnEcho', 'Hi', 's1', 'c1', 'm1', 3, '2026-01-05T09:00:00.000Z')).toMatchObject({
      text: 'Hi',
      sid: 's1',
      clientId: 'c1',
      id: 'm1',
      seq: 3,
    });
    expect(multi('OnStartSuccess', 'c1', 's1')).toMatchObject({ sid: 's1', clientId: 'c1' });
    expect(single('OnStartSuccess', undefined, 's1')).toMatchObject({ sid: 's1', clientId: undefined });
    expect(multi('OnEnd', 'server', undefined, 's1', 'c1', 'agent')).toMatchObject({
      byAgent: true,
      sid: 's1',
    });
    expect(multi('OnUploadComplete', { fileName: 'a' }, true, 's1', 'c1')).toMatchObject({
      own: true,
      sid: 's1',
    });
  });

  test('T-58: an index comes as a number or as text', () => {
    const agents = [
      { id: 'a', name: 'A', index: 2 },
      { id: 'b', name: 'B', index: '2' },
      { id: 'c', name: 'C', index: 'x' },
    ];
    expect(readSessions({ agents, trans: [] })?.[0]?.agents.map(({ index }) => index)).toEqual([
      2,
      2,
      undefined,
    ]);
  });

  test('P-9: a time is ISO 8601 or milliseconds, and nothing else', () => {
    expect(moment('2026-01-05T09:00:00.123Z')).toBe(Date.UTC(2026, 0, 5, 9, 0, 0, 123));
    expect(moment('1767603600000')).toBe(1_767_603_600_000);
    expect([moment('soon'), moment(-1), moment(NaN), moment({}), moment(1e300)]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  test('T-167: an earlier chat without records is none', () => {
    expect(readHistory([{ sid: 'x', trans: [] }, null, 7])).toEqual([]);
    expect(readHistory(undefined)).toBeUndefined();
  });
});
