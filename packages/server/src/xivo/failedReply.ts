import { EventLogError } from '../events/eventLogError.js';
import type { Route } from '../metrics/serviceMetrics.js';
import { jsonHeaders, type Reply } from './exchange.js';
import { ServiceError } from './serviceError.js';
import { describe } from './serviceLog.js';
import type { ServiceParts } from './serviceParts.js';

/** The answer to a request that failed, and its code for the log. */
export interface FailedReply {
  readonly reply: Reply;
  readonly code: string;
}

function asServiceError(thrown: unknown): ServiceError {
  if (thrown instanceof ServiceError) return thrown;
  if (thrown instanceof EventLogError) {
    return new ServiceError('unavailable', 'Events can’t be kept at the moment. Try again.', {
      cause: thrown,
    });
  }
  return new ServiceError('server-error', 'Something went wrong in the service. Its log says what.', {
    cause: thrown,
  });
}

/** Makes the answer to whatever was thrown. What isn't the client's affair goes into the log instead. */
export function failedReply({
  log,
  desktops,
  pages,
}: Pick<ServiceParts, 'log' | 'desktops' | 'pages'>): (
  thrown: unknown,
  route: Route,
  origin: string | undefined,
) => FailedReply {
  /** A page that may call may also read why it was refused. */
  function readable(
    code: string,
    route: Route,
    origin: string | undefined,
  ): Readonly<Record<string, string>> {
    if (origin === undefined || code === 'origin-refused') return {};
    const isDesktop = route === 'call' || route === 'login';
    try {
      return (isDesktop ? desktops : pages).json(origin);
    } catch {
      return {};
    }
  }

  return (thrown, route, origin) => {
    const error = asServiceError(thrown);
    const { code, status, cause } = error;
    if (cause !== undefined) {
      log({ level: 'error', event: 'request', route, status, code, error: describe(cause) });
    }
    const headers = { ...jsonHeaders, ...readable(code, route, origin), ...error.headers };
    return { reply: { status, headers, body: error.body }, code };
  };
}
