import type { Call } from '../model/call.js';
import type { OffhookEvent } from '../model/event.js';

type Place = 'incoming' | 'active' | 'outgoing' | 'held' | 'ended';

const placeOf = ({ state, direction }: Call): Place => {
  if (state === 'ringing') return direction === 'inbound' ? 'incoming' : 'outgoing';
  return state === 'dialing' ? 'outgoing' : state;
};

/** What the lists and the focus must be, worked out anew from the events alone, as simply as it can be said. */
export interface NaivePhone {
  take(event: OffhookEvent): void;
  /** Live calls by id, the newest first. */
  live(): readonly string[];
  incoming(): readonly string[];
  focus(): string | undefined;
  recent(): readonly string[];
}

export function naivePhone(recentLimit: number): NaivePhone {
  let added: string[] = [];
  const calls = new Map<string, { place: Place; since: number }>();
  let recent: string[] = [];
  let now = 0;

  const inPlace = (place: Place): readonly string[] =>
    [...calls]
      .filter(([, call]) => call.place === place)
      .sort(([, a], [, b]) => a.since - b.since)
      .map(([id]) => id);

  return {
    take(event) {
      if (!('call' in event)) return;
      const { id } = event.call;
      now += 1;
      if (event.type === 'call.added') added.push(id);
      if (event.type === 'call.ended') recent = [id, ...recent].slice(0, recentLimit);
      if (event.type === 'call.merged') {
        calls.delete(event.from);
        // Set apart again, it is another call, the newest.
        added = added.filter((each) => each !== event.from);
        recent = recent.filter((each) => each !== event.from);
      }
      const place = placeOf(event.call);
      if (calls.get(id)?.place !== place) calls.set(id, { place, since: now });
    },
    live: () => added.filter((id) => calls.has(id) && calls.get(id)?.place !== 'ended').reverse(),
    incoming: () => inPlace('incoming'),
    focus: () =>
      inPlace('incoming')[0] ??
      inPlace('active').at(-1) ??
      inPlace('outgoing').at(-1) ??
      inPlace('held').at(-1) ??
      recent[0],
    recent: () => recent,
  };
}
