import { object, text } from '../link/read.js';

/** How well media gets through. */
export interface Quality {
  /** `good`: less than 3 % lost and 200 ms there and back; `fair`: 8 % and 400 ms. */
  readonly level: 'good' | 'fair' | 'poor';
  readonly rttMs?: number;
  /** Of what was sent either way since the last look; the worse of the two. */
  readonly lossPercent?: number;
  readonly sentKbps?: number;
  readonly receivedKbps?: number;
}

interface Totals {
  sent: number;
  received: number;
  arrived: number;
  lost: number;
  remoteLoss: number | undefined;
  rtt: number | undefined;
}

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const worse = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

function totalsOf(report: Iterable<unknown>): Totals {
  const totals: Totals = { sent: 0, received: 0, arrived: 0, lost: 0, remoteLoss: undefined, rtt: undefined };
  for (const item of report) {
    const stat = object(item);
    switch (text(stat?.type)) {
      case 'outbound-rtp':
        totals.sent += number(stat?.bytesSent) ?? 0;
        break;
      case 'inbound-rtp':
        totals.received += number(stat?.bytesReceived) ?? 0;
        totals.arrived += number(stat?.packetsReceived) ?? 0;
        totals.lost += number(stat?.packetsLost) ?? 0;
        break;
      case 'remote-inbound-rtp':
        totals.rtt = worse(totals.rtt, number(stat?.roundTripTime));
        totals.remoteLoss = worse(totals.remoteLoss, number(stat?.fractionLost));
        break;
      case 'candidate-pair':
        if (stat?.nominated === true && stat.state === 'succeeded')
          totals.rtt ??= number(stat.currentRoundTripTime);
        break;
      default:
    }
  }
  return totals;
}

function levelOf(rttMs: number, lossPercent: number): Quality['level'] {
  if (rttMs < 200 && lossPercent < 3) return 'good';
  return rttMs < 400 && lossPercent < 8 ? 'fair' : 'poor';
}

/**
 * Reads one connection's statistics, look by look.
 *
 * @example const look = createQuality(); const quality = look((await pc.getStats()).values(), performance.now());
 */
export function createQuality(): (report: Iterable<unknown>, atMs: number) => Quality {
  let before: (Totals & { readonly at: number }) | undefined;

  return (report, at) => {
    const now = totalsOf(report);
    const last = before;
    before = { ...now, at };
    const kbps = (bytes: number): number => Math.max(0, Math.round((bytes * 8) / (at - (last?.at ?? at))));
    const arrived = now.arrived - (last?.arrived ?? 0);
    const lost = Math.max(0, now.lost - (last?.lost ?? 0));
    const lossHere = arrived + lost > 0 ? lost / (arrived + lost) : undefined;
    const loss = worse(lossHere, now.remoteLoss);
    const rttMs = now.rtt === undefined ? undefined : Math.round(now.rtt * 1_000);
    const lossPercent = loss === undefined ? undefined : Math.round(loss * 1_000) / 10;
    return {
      level: levelOf(rttMs ?? 0, lossPercent ?? 0),
      ...(rttMs === undefined ? {} : { rttMs }),
      ...(lossPercent === undefined ? {} : { lossPercent }),
      ...(last === undefined || at <= last.at
        ? {}
        : { sentKbps: kbps(now.sent - last.sent), receivedKbps: kbps(now.received - last.received) }),
    };
  };
}
