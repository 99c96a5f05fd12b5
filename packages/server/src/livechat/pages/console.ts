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
      const reply = await files.serve(exchange, exchange.path.replace(/^\/agent\/?/, '') || 'index.html');
      return {
        ...reply,
        headers: { ...reply.headers, 'content-security-policy': policy(exchange.ownOrigin) },
      };
    },
    isThere: () => files.isThere('index.html'),
  };
}
