import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OffhookEvent } from '@offhook/core';
import { widget } from './testing/widget.js';

/**
 * What the real widget sent, and what it means. The golden files were written from the wire reference and are kept
 * by hand: a line a fact that a person can check against the recording beside it. The recordings lack some frames
 * (the rings of the second and third inbound call, all of the outbound one), so a call may come into sight late.
 */
interface Golden {
  /** `{recording's milliseconds} #{sequence} {event} …`, in order. */
  readonly lines: readonly string[];
  /** Ended calls, the last one first. */
  readonly recent: readonly string[];
  readonly live: readonly string[];
}

interface Line {
  readonly t?: number;
  readonly data?: object;
}

const fixtures = path.join(__dirname, '../../fixtures/ringcentral');

const read = (file: string): string => readFileSync(path.join(fixtures, file), 'utf8');

function describeEvent(event: OffhookEvent): string {
  switch (event.type) {
    case 'widget.changed':
      return `${event.widget.size.width}x${event.widget.size.height}`;
    case 'connection.changed':
      return [event.connection.status, event.connection.sip].filter(Boolean).join(' ');
    case 'agent.changed':
      return [event.agent.presence, event.agent.login].filter(Boolean).join(' ');
    default: {
      if (!('call' in event)) return '';
      const { id, direction, state, muted, remote, endReason, endReasonFrom } = event.call;
      const end = endReason === undefined ? [] : [endReason, `(${endReasonFrom})`];
      return [id, direction, state, ...(muted ? ['muted'] : []), remote.number, remote.name, ...end].join(
        ' ',
      );
    }
  }
}

function replay(name: string): Golden {
  const { phone, clock, say } = widget();
  const lines: string[] = [];
  let now = 0;
  phone.events$.subscribe((event) => {
    lines.push(`${now} #${event.seq} ${event.type} ${describeEvent(event)}`.trim());
  });
  for (const line of read(`${name}.jsonl`).trim().split('\n')) {
    const { t, data }: Line = JSON.parse(line) as Line;
    if (t === undefined || data === undefined) continue;
    clock.advance(t - now);
    now = t;
    say(data);
  }
  // Whatever was only waiting for silence has ended by then.
  clock.advance(30_000);
  const recent = phone.recentCalls.value.map(
    ({ id, endReason, durations }) => `${id} ${endReason} wait ${durations.waitMs} talk ${durations.talkMs}`,
  );
  const live = [...phone.calls.ids.value];
  phone.close();
  return { lines, recent, live };
}

describe.each(['startup-login-autolog', 'inbound-calls', 'host-services'])('the recording %s', (name) => {
  const golden = JSON.parse(read(`golden/${name}.json`)) as Golden;

  it('gives the events and states that its golden file holds', () => {
    expect(replay(name)).toEqual(golden);
  });

  it('ends each of its calls once, and leaves none behind', () => {
    const { lines, live } = replay(name);
    const ends = lines.filter((line) => line.includes(' call.ended ')).map((line) => line.split(' ')[3]);
    const added = lines.filter((line) => line.includes(' call.added ')).map((line) => line.split(' ')[3]);
    expect(ends).toEqual(added);
    expect(live).toEqual([]);
  });
});
