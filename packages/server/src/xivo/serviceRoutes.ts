import type { Route } from '../metrics/serviceMetrics.js';
import { callRoute } from './callRoute.js';
import type { CorsPolicy } from './corsPolicy.js';
import { eventsRoute } from './eventsRoute.js';
import type { Ask, Reply } from './exchange.js';
import { loginRoute } from './loginRoute.js';
import { pageRoutes } from './pageRoutes.js';
import { probes } from './probes.js';
import { ServiceError } from './serviceError.js';
import type { ServiceParts } from './serviceParts.js';

/** One address of the service. */
interface Place {
  readonly route: Route;
  readonly method: 'GET' | 'POST';
  /** Whose preflights are answered here; nobody's for what browsers' pages don't ask for. */
  readonly cors?: CorsPolicy;
  serve(ask: Ask): Reply | Promise<Reply>;
}

/** Where a request goes. */
export interface Destination {
  readonly route: Route;
  serve(): Reply | Promise<Reply>;
}

/** Which addresses there are, and what each does. */
export interface ServiceRoutes {
  /** Whether the path is one of the service's. */
  has(path: string): boolean;
  find(ask: Ask): Destination;
}

const refuse = (error: ServiceError) => () => {
  throw error;
};

function callIdOf(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** The service's addresses below `path`, and the probes. */
export function serviceRoutes(parts: ServiceParts, path: string, isClosing: () => boolean): ServiceRoutes {
  const { desktops, pages } = parts;
  const page = pageRoutes(parts);
  const probe = probes(parts, isClosing);
  const calls = `${path}/calls/`;
  const fixed = new Map<string, Place>([
    [path, { route: 'call', method: 'POST', cors: desktops, serve: callRoute(parts) }],
    [`${path}/login`, { route: 'login', method: 'GET', serve: loginRoute(parts) }],
    [`${path}/events`, { route: 'events', method: 'GET', cors: pages, serve: eventsRoute(parts) }],
    ['/healthz', { route: 'health', method: 'GET', serve: () => probe.health() }],
    ['/readyz', { route: 'ready', method: 'GET', serve: () => probe.ready() }],
    ['/metrics', { route: 'metrics', method: 'GET', serve: () => probe.metrics() }],
  ]);

  function ofCall(asked: string): Place | undefined {
    const [segment = '', rest, ...more] = asked.slice(calls.length).split('/');
    const id = callIdOf(segment);
    if (id === undefined || id === '' || more.length > 0) return undefined;
    if (rest === undefined) {
      return { route: 'context', method: 'GET', cors: pages, serve: (ask) => page.context(ask, id) };
    }
    if (rest !== 'done') return undefined;
    return { route: 'done', method: 'POST', cors: pages, serve: (ask) => page.done(ask, id) };
  }

  const placeOf = (asked: string): Place | undefined =>
    fixed.get(asked) ?? (asked.startsWith(calls) ? ofCall(asked) : undefined);

  return {
    has: (asked) => placeOf(asked) !== undefined || asked.startsWith(`${path}/`),
    find(ask) {
      const place = placeOf(ask.path);
      if (place === undefined) {
        return {
          route: 'other',
          serve: refuse(new ServiceError('not-found', 'There is nothing at this address.')),
        };
      }
      const { route, method, cors } = place;
      if (ask.method === method) return { route, serve: () => place.serve(ask) };
      if (ask.method === 'OPTIONS' && cors !== undefined) {
        return { route: 'preflight', serve: () => cors.preflight(ask.header('origin')) };
      }
      const allow = cors === undefined ? method : `${method}, OPTIONS`;
      const error = new ServiceError('method-not-allowed', `Only ${allow} is served here.`, {
        headers: { allow },
      });
      return { route, serve: refuse(error) };
    },
  };
}
