import type { Leg } from './model/call.js';
import type { CallReport } from './model/report.js';
import { setUp, type SetUpOptions } from './testing/setUp.js';

const call = (ids: readonly string[], facts: Partial<CallReport> = {}): CallReport => ({
  type: 'call',
  ids,
  ...facts,
});
const leg = (vendorId: string): Leg => ({ vendorId, kind: 'unknown', state: 'active' });
const apart = { apart: true, state: 'ringing', direction: 'inbound' } as const;

/** One call of two legs, as a connector that merges reports it. */
function merged(options: SetUpOptions = {}, facts: Partial<CallReport> = {}) {
  const made = setUp(options);
  made.line.emit(
    call(['4', '5'], { state: 'active', legs: [leg('4'), leg('5')], mergedBy: 'prefix', ...facts }),
  );
  const before = made.events.length;
  return { ...made, told: () => made.events.slice(before) };
}

describe('a call that is set apart', () => {
  it('goes by its own id, and the other one goes on without its ids, its legs and why they were one', () => {
    const { phone, line, told } = merged();
    line.emit(call(['5'], { ...apart, remote: { number: '101' }, legs: [leg('5')] }));
    expect(phone.calls.ids.value).toEqual(['fake:5', 'fake:4']);
    const [stays, leaves] = [phone.calls.get('fake:4').value, phone.calls.get('fake:5').value];
    expect(stays).toMatchObject({ id: 'fake:4', vendorIds: ['4'], legs: [leg('4')], state: 'active' });
    expect(stays?.mergedBy).toBeUndefined();
    expect(leaves).toMatchObject({ id: 'fake:5', vendorIds: ['5'], legs: [leg('5')], state: 'ringing' });
    expect(told()).toEqual([
      expect.objectContaining({ type: 'call.updated', call: stays }),
      expect.objectContaining({ type: 'call.added', call: leaves }),
      expect.objectContaining({ type: 'call.ringing', call: leaves }),
    ]);
    expect(new Set(told().map(({ seq }) => seq)).size).toBe(1);
  });

  it('is told to whoever watches it by its id, once', () => {
    const { phone, line } = merged();
    const told: (string | undefined)[] = [];
    phone.calls.get('fake:5').listen((now) => told.push(now?.id));
    expect(phone.calls.get('fake:5').value?.id).toBe('fake:4');
    line.emit(call(['5'], apart));
    expect(told).toEqual(['fake:5']);
    line.emit(call(['4'], { muted: true }));
    expect(told).toEqual(['fake:5']);
  });

  it('lives and ends apart from then on, and the other one does so too', () => {
    const { phone, line } = merged();
    line.emit(call(['5'], apart));
    line.emit(call(['5'], { state: 'ended' }));
    expect(phone.calls.ids.value).toEqual(['fake:4']);
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual(['fake:5']);
    expect(phone.calls.get('fake:4').value?.state).toBe('active');
    line.emit(call(['4'], { state: 'ended' }));
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual(['fake:4', 'fake:5']);
  });

  it('has the focus and is incoming when it rings', () => {
    const { phone, line } = merged();
    expect(phone.incomingCalls.value).toEqual([]);
    line.emit(call(['5'], apart));
    expect(phone.focus.value?.id).toBe('fake:5');
    expect(phone.incomingCalls.value.map(({ id }) => id)).toEqual(['fake:5']);
    line.emit(call(['5'], { state: 'ended' }));
    expect(phone.focus.value?.id).toBe('fake:4');
    expect(phone.focus.value).toBe(phone.calls.get('fake:4').value);
  });

  it('leaves one that rings incoming, as the call that it is now', () => {
    const { phone, line } = merged({}, { state: 'ringing', direction: 'inbound' });
    line.emit(call(['5'], { ...apart, state: 'active' }));
    expect(phone.incomingCalls.value).toEqual([phone.calls.get('fake:4').value]);
    expect(phone.incomingCalls.value[0]?.vendorIds).toEqual(['4']);
    expect(phone.focus.value?.id).toBe('fake:4');
  });

  it('may be one that was a call before it was merged, and be merged again', () => {
    const { phone, line, types } = setUp();
    line.emit(call(['4'], { state: 'active' }));
    line.emit(call(['5'], { state: 'ringing' }));
    line.emit(call(['4', '5']));
    line.emit(call(['5'], apart));
    expect(phone.calls.ids.value).toEqual(['fake:5', 'fake:4']);
    line.emit(call(['4', '5']));
    expect(phone.calls.ids.value).toEqual(['fake:4']);
    expect(phone.calls.get('fake:5').value?.id).toBe('fake:4');
    expect(types().filter((type) => type === 'call.merged')).toHaveLength(2);
  });

  it('takes all of its ids along, and is told twice as if it were told once', () => {
    const { phone, line, told } = merged({}, { ids: ['4', '5', '6'] });
    line.emit(call(['5', '6'], apart));
    expect(phone.calls.get('fake:6').value?.id).toBe('fake:5');
    expect(phone.calls.get('fake:4').value?.vendorIds).toEqual(['4']);
    const before = phone.calls.all.value;
    const count = told().length;
    line.emit(call(['5', '6'], apart));
    expect(phone.calls.all.value).toBe(before);
    expect(told()).toHaveLength(count);
  });

  it('keeps three legs merged where a third goes on', () => {
    const { phone, line } = merged({}, { ids: ['4', '5', '6'], legs: [leg('4'), leg('5'), leg('6')] });
    line.emit(call(['6'], apart));
    expect(phone.calls.get('fake:4').value).toMatchObject({
      vendorIds: ['4', '5'],
      legs: [leg('4'), leg('5')],
      mergedBy: 'prefix',
    });
  });

  it('can’t take the id by which the other one goes', () => {
    const { phone, line, told } = merged();
    line.emit(call(['4'], { apart: true, state: 'held' }));
    expect(phone.calls.ids.value).toEqual(['fake:4']);
    expect(phone.calls.get('fake:4').value).toMatchObject({ vendorIds: ['4', '5'], state: 'held' });
    expect(told().map(({ type }) => type)).toEqual(['call.held']);
  });

  it('is none where the id by which the other one goes is among its ids', () => {
    const { phone, line, told } = merged();
    line.emit(call(['5', '4'], { apart: true, state: 'active' }));
    expect(phone.calls.get('fake:4').value?.vendorIds).toEqual(['4', '5']);
    expect(told()).toEqual([]);
  });

  it('begins nothing without a state, and still leaves', () => {
    const { phone, line } = merged();
    line.emit(call(['5'], { apart: true }));
    expect(phone.calls.ids.value).toEqual(['fake:4']);
    expect(phone.calls.get('fake:4').value?.vendorIds).toEqual(['4']);
    expect(phone.calls.get('fake:5').value).toBeUndefined();
  });

  it('is an ordinary new call where nobody knows its ids', () => {
    const { phone, line, types } = setUp();
    line.emit(call(['5'], apart));
    expect(phone.calls.ids.value).toEqual(['fake:5']);
    expect(types().slice(-2)).toEqual(['call.added', 'call.ringing']);
  });

  it('lives where the one that it was taken for has ended, which stays ended', () => {
    const { phone, line } = merged();
    line.emit(call(['4'], { state: 'ended' }));
    line.emit(call(['5'], { ...apart, state: 'active' }));
    expect(phone.calls.ids.value).toEqual(['fake:5']);
    expect(phone.recentCalls.value).toEqual([phone.calls.get('fake:4').value]);
    expect(phone.recentCalls.value[0]).toMatchObject({ state: 'ended', vendorIds: ['4'] });
  });

  it('lives where the one that it was taken for is forgotten', () => {
    const { phone, line, types } = merged({ recentLimit: 1 });
    line.emit(
      call(['4'], { state: 'ended' }),
      call(['9'], { state: 'active' }),
      call(['9'], { state: 'ended' }),
    );
    expect(phone.calls.get('fake:4').value).toBeUndefined();
    line.emit(call(['5'], apart));
    expect(phone.calls.ids.value).toEqual(['fake:5']);
    line.emit(call(['4'], { state: 'active' }));
    expect(types().at(-1)).toBe('protocol.violation');
  });

  it('has an id of its own where a call of that id has ended before it was taken for another', () => {
    const { phone, line } = setUp();
    line.emit(call(['1'], { state: 'active' }), call(['2'], { state: 'active' }));
    line.emit(call(['2'], { state: 'ended' }), call(['1', '2']), call(['2'], { ...apart, state: 'active' }));
    expect(phone.calls.ids.value).toEqual(['fake:2#2', 'fake:1']);
    expect(phone.recentCalls.value.map(({ id, state }) => [id, state])).toEqual([['fake:2', 'ended']]);
  });

  it('has an id of its own where the vendor gives ids anew', () => {
    const { phone, line } = merged({ line: { recyclesIds: true } });
    line.emit(call(['5'], { ...apart, state: 'active' }));
    const [first] = phone.calls.ids.value;
    expect(first).toMatch(/^fake:5#\d+$/);
    expect(phone.calls.get('fake:5').value?.id).toBe(first);
    line.emit(call(['5'], { state: 'ended' }));
    line.emit(call(['5'], { state: 'ringing' }));
    const [second] = phone.calls.ids.value;
    expect(second).toMatch(/^fake:5#\d+$/);
    expect(second).not.toBe(first);
    expect(phone.calls.get('fake:4').value?.vendorIds).toEqual(['4']);
  });
});
