import { everyHeader, jsonHeaders, type Reply, type ReplyHeaders } from './exchange.js';
import { ServiceError } from './serviceError.js';

/** Who may call from a browser, and how. */
export interface CorsPolicy {
  /** The headers of an answer to this origin; throws `origin-refused` for a foreign one. No origin, no browser: served. */
  json(origin: string | undefined): ReplyHeaders;
  /** The same for an answer without a body. */
  empty(origin: string | undefined): ReplyHeaders;
  /** The answer to OPTIONS. */
  preflight(origin: string | undefined): Reply;
}

/** Checks an origin of the configuration, which has to be exact: `https://agent.example.com`, no path, no `*`. */
export function exactOrigin(text: string): string {
  let origin: string | undefined;
  try {
    origin = new URL(text).origin;
  } catch {
    // Told below, with what was given.
  }
  if (origin === undefined || origin === 'null' || origin !== text) {
    throw new TypeError(
      `"${text}" is no exact origin. Give scheme, host and port only: https://agent.example.com`,
    );
  }
  return origin;
}

/**
 * Cross-origin rules with exact origins. The headers are put together once for each origin: a request only looks them up.
 *
 * Rows: the preflight, and its three headers. The document allows `*`; an exact origin is what it allows too.
 */
export function corsPolicy(options: {
  origins: readonly string[];
  methods: string;
  headers: string;
}): CorsPolicy {
  const allow = {
    'access-control-allow-methods': options.methods,
    'access-control-allow-headers': options.headers,
  };
  const open = { vary: 'Origin' };
  const build = (origin?: string) => {
    const cors = origin === undefined ? open : { ...open, 'access-control-allow-origin': origin };
    return {
      json: { ...jsonHeaders, ...cors } as ReplyHeaders,
      empty: { ...everyHeader, ...cors } as ReplyHeaders,
      preflight: {
        status: 204,
        headers: {
          ...everyHeader,
          ...cors,
          ...allow,
          allow: options.methods,
          'access-control-max-age': '600',
        },
      } as Reply,
    };
  };
  const anyone = build();
  const known = new Map(options.origins.map((origin) => [exactOrigin(origin), build(origin)]));

  function of(origin: string | undefined) {
    if (origin === undefined) return anyone;
    const found = known.get(origin);
    if (found === undefined) {
      throw new ServiceError(
        'origin-refused',
        'Pages of this origin may not call here. Add it to the service’s origins if it is yours.',
        { headers: open },
      );
    }
    return found;
  }

  return {
    json: (origin) => of(origin).json,
    empty: (origin) => of(origin).empty,
    preflight: (origin) => of(origin).preflight,
  };
}
