import type { LogContext, LogPort } from '../ports/log.js';
import { createCurrent } from '../stream/state.js';
import { setUp } from '../testing/setUp.js';
import { callLogControls } from './callLogControls.js';

function desk() {
  const pending = createCurrent(0);
  const annotate = jest.fn(async () => {});
  let context: LogContext | undefined;
  const log: LogPort = {
    connect(given) {
      context = given;
      return {
        pending,
        annotate,
        call: async () => {},
        messages: async () => {},
        logged: async () => ({}),
        close() {},
      };
    },
  };
  return {
    ...setUp({ log }),
    pending,
    annotate,
    told: (id: string) => context?.told(id, { status: 'waiting', waiting: 2 }),
  };
}

describe('callLogControls', () => {
  it('follows the call in focus, what became of its entry, and how much waits in all', () => {
    const { phone, line, pending, told } = desk();
    const { state } = callLogControls(phone);
    expect(state.value).toMatchObject({ call: undefined, log: { status: 'none' }, waiting: 0 });
    const call = line.ring();
    expect(state.value.call?.id).toBe(call.id);
    told(call.id);
    pending.set(3);
    expect(state.value).toMatchObject({ log: { status: 'waiting', waiting: 2 }, waiting: 3 });
    call.end();
    expect(state.value.log.status).toBe('waiting');
  });

  it('saves the note of the call that it stands for', async () => {
    const { phone, line, annotate } = desk();
    const first = line.ring();
    const second = line.ring();
    await callLogControls(phone, second.id).save({ note: 'Blue' });
    await callLogControls(phone).save({ note: 'Red' });
    expect(annotate.mock.calls).toEqual([
      [second.id, { note: 'Blue' }],
      [first.id, { note: 'Red' }],
    ]);
  });

  it('says why it can’t: no call, no log, or the log refuses', async () => {
    const { phone, line, annotate } = desk();
    await expect(callLogControls(phone).save({})).resolves.toMatchObject({
      error: { code: 'invalid-state' },
    });
    await expect(callLogControls(setUp().phone).save({})).resolves.toMatchObject({
      error: { code: 'not-supported' },
    });
    line.ring();
    annotate.mockRejectedValueOnce(new Error('full'));
    const { state, save } = callLogControls(phone);
    await save({ note: 'Blue' });
    expect(state.value.lastError?.message).toContain('full');
  });
});
