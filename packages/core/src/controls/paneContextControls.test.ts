import { OffhookError } from '../model/error.js';
import { settle } from '../testing/promises.js';
import { setUp } from '../testing/setUp.js';
import { paneContextControls } from './paneContextControls.js';

describe('a page in a pane', () => {
  it('knows whose it is and its call, and follows that to its end and beyond', () => {
    const { phone, line } = setUp();
    const { state } = paneContextControls(phone);
    let told = 0;
    state.listen(() => (told += 1));
    expect(state.value).toEqual({
      context: undefined,
      call: undefined,
      pending: false,
      lastError: undefined,
    });
    line.emit(
      { type: 'call', ids: ['1'], state: 'ringing', direction: 'inbound' },
      { type: 'pane', vendorId: '1', title: 'Customer' },
    );
    expect(state.value.context).toEqual({ connector: 'fake', callId: 'fake:1', title: 'Customer' });
    expect(state.value.call).toBe(phone.calls.get('fake:1').value);
    line.ring({ id: '2' });
    expect(told).toBe(1);
    line.emit({ type: 'call', ids: ['1'], state: 'ended' });
    expect(state.value.call?.state).toBe('ended');
    line.emit({ type: 'call', ids: ['1'], recordings: [{ id: 'r' }] });
    expect(state.value.call?.recordings).toHaveLength(1);
    expect(state.initial.context).toBeUndefined();
  });

  it('may be told of its call before or after the call, and by any of its ids', () => {
    const { phone, line } = setUp();
    const { state } = paneContextControls(phone);
    line.emit({ type: 'pane', vendorId: 'late' });
    expect(state.value).toMatchObject({ context: { callId: 'fake:late' }, call: undefined });
    line.emit({ type: 'call', ids: ['first', 'late'], state: 'active', direction: 'inbound' });
    expect(state.value.call?.id).toBe('fake:first');
    line.emit({ type: 'pane', vendorId: 'late' });
    expect(state.value.context).toEqual({ connector: 'fake', callId: 'fake:first' });
  });

  it('keeps the context where the same is told again, and tells no event of it', () => {
    const { phone, line, types } = setUp();
    line.emit({ type: 'pane', vendorId: '1', title: 'A' });
    const before = phone.paneContext.value;
    line.emit({ type: 'pane', vendorId: '1', title: 'A' });
    expect(phone.paneContext.value).toBe(before);
    line.emit({ type: 'pane', vendorId: '1' });
    expect(phone.paneContext.value).toEqual({ connector: 'fake', callId: 'fake:1' });
    expect(types().filter((type) => type.startsWith('pane'))).toEqual([]);
  });

  it('says that it is done to whoever shows it', async () => {
    const { phone, line } = setUp();
    line.emit({ type: 'pane', vendorId: '1' });
    await expect(paneContextControls(phone).complete()).resolves.toEqual({
      ok: true,
      result: { by: 'sent' },
    });
    expect(line.sent).toEqual([{ type: 'pane.complete', connector: 'fake' }]);
  });

  it('is pending under way, and keeps why it failed until it doesn’t', async () => {
    const { phone, line } = setUp({ line: { response: 'wait' } });
    line.emit({ type: 'pane', vendorId: '1' });
    const { state, complete } = paneContextControls(phone);
    const first = complete();
    await settle();
    expect(state.value.pending).toBe(true);
    const error = new OffhookError('vendor-error', 'No.');
    line.refuse(error);
    await expect(first).resolves.toEqual({ ok: false, error });
    expect(state.value).toMatchObject({ pending: false, lastError: error });
    const second = complete();
    await settle();
    line.acknowledge();
    await expect(second).resolves.toMatchObject({ ok: true, result: { by: 'acknowledged' } });
    expect(state.value.lastError).toBeUndefined();
  });

  it('in no pane has nobody to say it to', async () => {
    const { phone, line } = setUp();
    const { state, complete } = paneContextControls(phone);
    await expect(complete()).resolves.toMatchObject({ ok: false, error: { code: 'invalid-state' } });
    expect(state.value.lastError?.code).toBe('invalid-state');
    expect(line.sent).toEqual([]);
  });
});
