import { fakeConnector } from '@offhook/testing';
import { fateOf, settle } from '../testing/promises.js';
import { setUp } from '../testing/setUp.js';
import { dialer } from './dialer.js';

describe('dialer', () => {
  it('says whether a number can be dialled now, and if not, why', () => {
    const { phone, line } = setUp();
    const { state } = dialer(phone);
    const told: unknown[] = [];
    state.subscribe(({ can }) => told.push(can.allowed || can.reason));
    line.becomes('offline');
    line.becomes('ready');
    expect(told).toEqual([true, 'offline', true]);
    expect(state.value).toBe(state.value);
  });

  it('is told nothing of calls that come and go', () => {
    const { phone, line } = setUp();
    const told: unknown[] = [];
    dialer(phone).state.listen((now) => told.push(now));
    line.ring().end();
    line.emit({ type: 'connection', sip: 'lost' });
    expect(told).toEqual([]);
  });

  it('dials, and resolves with the new call’s id', async () => {
    const { phone, line } = setUp();
    const { dial } = dialer(phone);
    await expect(dial('+12165325078')).resolves.toEqual({
      ok: true,
      result: { callId: 'fake:call-1', by: 'observed' },
    });
    expect(line.sent).toEqual([{ type: 'call.dial', to: '+12165325078' }]);
  });

  it('dials with the connector that is named', async () => {
    const other = fakeConnector({ id: 'other' });
    const { phone } = setUp({ others: [other] });
    await expect(dialer(phone).dial('101', 'other')).resolves.toMatchObject({ ok: true });
    await expect(dialer(phone).dial('101')).resolves.toMatchObject({
      ok: false,
      error: { code: 'ambiguous-connector' },
    });
    expect(other.sent).toEqual([{ type: 'call.dial', to: '101', connector: 'other' }]);
  });

  it('is pending meanwhile, and never rejects', async () => {
    const { phone, clock } = setUp({ line: { response: 'ignore' } });
    const { state, dial } = dialer(phone);
    const fate = fateOf(dial('101'));
    await settle();
    expect(state.value.pending).toBe(true);
    clock.advance(8_000);
    await settle();
    expect(fate.value).toMatchObject({ ok: false, error: { code: 'not-observed' } });
    expect(state.value).toMatchObject({ pending: false, lastError: { code: 'not-observed' } });
    await expect(dial('')).resolves.toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
  });
});
