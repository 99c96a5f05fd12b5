import type { Serve } from '../http/exchange.js';
import { fileServer } from './fileServer.js';
import { packageFolder } from './packageFolder.js';

/** Some browsers don't count WebSockets of the same host as `'self'`. */
const socketOf = (origin: string): string =>
  /^https?:\/\/[\w.:[\]-]+$/.test(origin) ? origin.replace('http', 'ws') : '';

const policy = (origin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' ${socketOf(origin)}`.trim(),
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * What shows a customer's page: a document of its own, that the console has in a frame. It takes pictures and styles as the
 * customer's page had them, runs no script but ours, and asks no server for anything.
 */
const replayPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
const replayer = 'replay.html';

/** The agents' page: `/agent`, and the files that it loads from `/agent/…`. */
export function agentConsole(folder = packageFolder('@offhook/server', 'dist', 'agent')): {
  readonly serve: Serve;
  isThere(): Promise<boolean>;
} {
  const files = fileServer({
    folder,
    advice: 'Unless the address is wrong, the agent console isn’t built: npm run build.',
    headers: { 'cross-origin-resource-policy': 'same-origin' },
  });
  return {
    async serve(exchange) {
      const name = exchange.path.replace(/^\/agent\/?/, '') || 'index.html';
      const reply = await files.serve(exchange, name);
      const headers =
        name === replayer
          ? { 'content-security-policy': replayPolicy, 'x-frame-options': 'SAMEORIGIN' }
          : { 'content-security-policy': policy(exchange.ownOrigin) };
      return { ...reply, headers: { ...reply.headers, ...headers } };
    },
    isThere: () => files.isThere('index.html'),
  };
}
