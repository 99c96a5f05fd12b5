import type { Ask } from './exchange.js';
import { isPlain } from './isPlain.js';
import { ServiceError } from './serviceError.js';

const mostName = 100;

/** A request's channel: by the host's own choice, or by the address's `channel`. */
export function channelReader(choose: ((url: URL) => string) | undefined): (ask: Ask) => string {
  function read(ask: Ask): string {
    if (choose !== undefined) return choose(ask.url());
    return ask.query === '' ? 'default' : (new URLSearchParams(ask.query).get('channel') ?? 'default');
  }
  return (ask) => {
    const name = read(ask);
    if (name !== '' && name.length <= mostName && isPlain(name)) return name;
    throw new ServiceError('invalid-fields', 'The address has parameters that are missing or wrong.', {
      fields: [
        { path: 'channel', message: `Expected the name of a channel, ${mostName} characters at most.` },
      ],
    });
  };
}
