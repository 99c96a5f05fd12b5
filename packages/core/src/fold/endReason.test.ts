import type { Direction, EndReason } from '../model/call.js';
import type { CommandType } from '../model/command.js';
import { commandTypes } from '../testing/commandTypes.js';
import { at, callIn, fold, folded } from '../testing/foldSetUp.js';

const types = (events: readonly { readonly type: string }[]): readonly string[] =>
  events.map(({ type }) => type);

describe('a call that ends without a word from the vendor', () => {
  /** By direction and whether it was answered; the last column for a command that says nothing of the end. */
  const told: Partial<Record<CommandType, EndReason>> = {
    'call.reject': 'rejected',
    'call.toVoicemail': 'rejected',
    'call.transfer': 'transferred',
    'call.forward': 'transferred',
  };
  const otherwise = (direction: Direction, answered: boolean, intent: CommandType | undefined): EndReason => {
    if (answered) return 'completed';
    if (direction === 'inbound') return intent === 'call.hangUp' ? 'rejected' : 'missed';
    return intent === 'call.hangUp' ? 'cancelled' : 'unknown';
  };
  const cases = (['inbound', 'outbound'] as const).flatMap((direction) =>
    [false, true].flatMap((answered) =>
      [undefined, ...commandTypes].map((intent) => ({
        direction,
        answered,
        intent,
        reason: (intent && told[intent]) ?? otherwise(direction, answered, intent),
      })),
    ),
  );

  it('covers both directions, answered or not, with no command and with every one', () => {
    expect(cases).toHaveLength(2 * 2 * (1 + commandTypes.length));
  });

  it.each(cases)(
    '$direction, answered $answered, asked for $intent: $reason',
    ({ direction, answered, intent, reason }) => {
      const before = callIn(answered ? 'active' : direction === 'inbound' ? 'ringing' : 'dialing', {
        direction,
      });
      expect(folded(before, { state: 'ended' }, at(1_000, { intent }))).toMatchObject({
        state: 'ended',
        endReason: reason,
        endReasonFrom: 'inferred',
      });
    },
  );

  it('was completed when it was held at the end', () => {
    expect(folded(callIn('held'), { state: 'ended' }).endReason).toBe('completed');
  });

  it('was completed when the vendor says only at the end that somebody had answered', () => {
    expect(folded(callIn('ringing'), { state: 'ended', answeredAt: 5 }).endReason).toBe('completed');
  });

  it('was missed when it had ended before we looked', () => {
    expect(callIn('ended')).toMatchObject({ endReason: 'missed', endReasonFrom: 'inferred' });
    expect(callIn('ended', { direction: 'outbound' }).endReason).toBe('unknown');
    expect(callIn('ended', { answeredAt: 5 }).endReason).toBe('completed');
  });
});

describe('a reason from the vendor', () => {
  it('goes before what we would infer', () => {
    const call = folded(
      callIn('active'),
      { state: 'ended', endReason: 'busy' },
      at(0, { intent: 'call.transfer' }),
    );
    expect(call).toMatchObject({ endReason: 'busy', endReasonFrom: 'vendor' });
    expect(callIn('ended', { endReason: 'busy' })).toMatchObject({
      endReason: 'busy',
      endReasonFrom: 'vendor',
    });
  });

  it('counts as inferred where the connector says that it concluded it', () => {
    const call = folded(callIn('ringing'), {
      state: 'ended',
      endReason: 'answered-elsewhere',
      endReasonFrom: 'inferred',
    });
    expect(call).toMatchObject({ endReason: 'answered-elsewhere', endReasonFrom: 'inferred' });
  });

  it('may come late, in place of what was inferred', () => {
    const ended = folded(callIn('ringing'), { state: 'ended' }, at(1_000));
    const { call, events } = fold(ended, { endReason: 'answered-elsewhere' }, at(2_000));
    expect(call).toEqual({ ...ended, endReason: 'answered-elsewhere', endReasonFrom: 'vendor' });
    expect(types(events)).toEqual(['call.updated']);
  });

  it('may come late with the state said again', () => {
    const ended = folded(callIn('ringing'), { state: 'ended' });
    expect(folded(ended, { state: 'ended', endReason: 'failed' })).toMatchObject({
      endReason: 'failed',
      endReasonFrom: 'vendor',
    });
  });

  it('may confirm what was inferred', () => {
    const ended = folded(callIn('ringing'), { state: 'ended' });
    expect(folded(ended, { endReason: 'missed' })).toMatchObject({
      endReason: 'missed',
      endReasonFrom: 'vendor',
    });
  });

  it('that came late stays: it is not inferred any more', () => {
    const refined = folded(folded(callIn('ringing'), { state: 'ended' }), { endReason: 'busy' });
    expect(folded(refined, { endReason: 'failed' })).toBe(refined);
  });

  it('is never taken back by a later end without one', () => {
    const ended = folded(callIn('active'), { state: 'ended', endReason: 'busy' });
    expect(folded(ended, { state: 'ended' }, at(9_000, { intent: 'call.reject' }))).toBe(ended);
    const inferred = folded(callIn('ringing'), { state: 'ended' });
    expect(folded(inferred, { state: 'ended' }, at(9_000, { intent: 'call.reject' }))).toBe(inferred);
  });

  it('says nothing of a call that goes on', () => {
    const active = callIn('active', { endReason: 'busy', endReasonFrom: 'vendor' });
    expect(active).not.toHaveProperty('endReason');
    expect(active).not.toHaveProperty('endReasonFrom');
    expect(folded(active, { endReason: 'busy' })).toBe(active);
  });
});
