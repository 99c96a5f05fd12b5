import type { Ask, Reply } from './exchange.js';
import { isPlain } from './isPlain.js';
import { ServiceError, type FieldError } from './serviceError.js';
import { describe } from './serviceLog.js';
import type { ServiceParts } from './serviceParts.js';

const names = ['login', 'token', 'xivoccHost'] as const;
const most = { login: 1_000, token: 16_384, xivoccHost: 1_000 };

function readParameters(query: string): Record<(typeof names)[number], string> {
  const given = new URLSearchParams(query);
  const fields: FieldError[] = [];
  const read = (name: (typeof names)[number]): string => {
    const [value = '', ...more] = given.getAll(name);
    const fits = value !== '' && more.length === 0 && value.length <= most[name] && isPlain(value);
    if (!fits) fields.push({ path: name, message: `Expected one text of ${most[name]} characters at most.` });
    return value;
  };
  const [login, token, xivoccHost] = names.map(read) as [string, string, string];
  if (fields.length === 0) return { login, token, xivoccHost };
  throw new ServiceError('invalid-fields', 'The address has parameters that are missing or wrong.', {
    fields,
  });
}

/** Somebody logged in. Rows. The token is in the address, so that no address is ever logged. */
export function loginRoute(parts: ServiceParts): (ask: Ask) => Promise<Reply> {
  const { options, clock, log, events, tokens, desktops } = parts;
  return async (ask) => {
    const headers = desktops.empty(ask.header('origin'));
    const { login, token, xivoccHost: host } = readParameters(ask.query);
    const read = await tokens(token);
    const channel = parts.channelOf(ask);
    await events.append(channel, { type: 'login', data: JSON.stringify({ login, host, at: clock.now() }) });
    try {
      await options.onLogin?.({ login, token, host, ...read, channel });
    } catch (error) {
      log({
        level: 'error',
        event: 'answer',
        route: 'login',
        code: 'threw',
        channel,
        error: describe(error, token),
      });
      throw new ServiceError('server-error', 'The service could not take the login.');
    }
    return { status: 204, headers };
  };
}
