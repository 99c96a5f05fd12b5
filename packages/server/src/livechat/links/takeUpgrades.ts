import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Clock } from '../../clock.js';
import type { ChatMetrics } from '../../metrics/chatMetrics.js';
import type { RequestGate } from '../control/requestGate.js';
import type { Asked } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { readAsked, type Surroundings } from '../http/readAsked.js';
import type { OriginPolicy } from '../http/originPolicy.js';
import type { Connections } from './connections.js';
import type { Line } from './line.js';
import { socketConnection, type Gate, type SocketLimits } from './socketConnection.js';
import { largestFrame, type Wire } from './wire.js';

/** What connections by WebSocket are opened with. */
export interface UpgradeParts {
  readonly surroundings: Surroundings;
  readonly policy: OriginPolicy;
  readonly connections: Connections;
  readonly metrics: ChatMetrics;
  readonly clock: Clock;
  readonly limits: SocketLimits;
  readonly requestGate: RequestGate;
  gate?(site: string): Gate;
  isEnding(): boolean;
  customer(asked: Asked, wire: Wire): Line;
  agent(asked: Asked, wire: Wire): Line;
}

/** Takes over a connection that asks for a WebSocket. Never throws. */
export type TakeUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Paths of the two sockets. */
const customerSocket = '/tetherfi/livechat/socket';
const agentSocket = '/tetherfi/agent/socket';

/** An agent reads what several customers show: more of it may wait than of what a customer reads. */
const agentsShare = 8;

function refuse(socket: Duplex, { status, body, headers }: FrontError): void {
  const head = [
    `HTTP/1.1 ${status} Refused`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** WebSockets of customers and agents: from which pages, on which paths. Who it is, is said in the first frame. */
export function takeUpgrades(parts: UpgradeParts): TakeUpgrade {
  const { surroundings, policy, connections, metrics, clock, limits } = parts;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: largestFrame,
  });

  async function admit(asked: Asked): Promise<'c' | 'a'> {
    if (parts.isEnding()) throw new FrontError('unavailable', 'The chat is about to end here.');
    if (asked.path === agentSocket) {
      policy.agent(asked);
      return 'a';
    }
    if (asked.path !== customerSocket)
      throw new FrontError('not-found', 'There is no socket at this address.');
    policy.customer(asked, true);
    await parts.requestGate(asked.site);
    return 'c';
  }

  function open(who: 'c' | 'a', asked: Asked, socket: Duplex, head: Buffer): void {
    const { site } = asked;
    sockets.handleUpgrade(asked.request, socket, head, (webSocket) => {
      const gate = who === 'c' ? parts.gate?.(site) : undefined;
      const begun: { leave?: () => void } = {};
      const connection = socketConnection({
        socket: webSocket,
        stream: socket,
        site,
        who,
        clock,
        limits: who === 'a' ? { ...limits, behindBytes: limits.behindBytes * agentsShare } : limits,
        open: (wire) => (who === 'c' ? parts.customer(asked, wire) : parts.agent(asked, wire)),
        ...(gate !== undefined && { gate }),
        counted: (direction) => metrics.frame(direction, who),
        slow: () => metrics.slow(),
        left: () => begun.leave?.(),
      });
      begun.leave = connections.add(connection);
    });
  }

  return (request, socket, head) => {
    const begun = clock.monotonic();
    const route = request.url?.startsWith(agentSocket) === true ? 'agent-socket' : 'socket';
    const broken = (): void => void socket.destroy();
    // Until the WebSocket is there nobody else listens, and an error that nobody hears ends the process.
    socket.on('error', broken);
    const taken = async (): Promise<void> => {
      const asked = readAsked(request, surroundings);
      const who = await admit(asked);
      socket.off('error', broken);
      open(who, asked, socket, head);
      metrics.answered(route, 101, clock.monotonic() - begun);
    };
    taken().catch((thrown: unknown) => {
      const error =
        thrown instanceof FrontError ? thrown : new FrontError('bad-request', 'The request is no WebSocket.');
      metrics.answered(route, error.status, clock.monotonic() - begun);
      refuse(socket, error);
    });
  };
}
