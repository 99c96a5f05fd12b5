import type { Clock } from '../../clock.js';
import type { Captchas } from '../admission/captchas.js';
import { bearerOf } from '../http/bearer.js';
import { sameText } from '../http/constantTime.js';
import { json, type Exchange, type Reply, type Serve } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { isObject } from '../http/isObject.js';
import { parseJson, readBody } from '../http/readBody.js';
import { isSiteName } from '../http/siteOf.js';
import type { ChatHub } from '../hub/chatHub.js';
import type { PageLine } from '../pages/clientLogRoute.js';
import type { Faults } from './faults.js';

/** What the switch stands on. */
export interface SwitchParts {
  readonly key: string;
  readonly hub: ChatHub;
  readonly faults: Faults;
  readonly captchas: Captchas;
  readonly clock: Clock;
  /** The site of a request that names none. */
  readonly unnamed: string;
  linesOf(site: string): readonly PageLine[];
  forgetLines(site: string): void;
}

const body = { bytes: 16_384, ms: 5_000 };

/**
 * The fault switch, for tests and demonstrations: what goes wrong, what there is, and a fresh start. All of it by the last part of
 * the path; only for whoever shows the key.
 */
export function switchRoutes(parts: SwitchParts): Readonly<Record<'GET' | 'POST', Serve>> {
  const { key, hub, faults, captchas, clock, unnamed } = parts;

  function check({ request }: Exchange): void {
    if (sameText(bearerOf(request.headers.authorization) ?? '', key)) return;
    throw new FrontError('forbidden', 'Authorization: the switch’s key was expected.');
  }
  function named(value: unknown): string {
    const name = value ?? unnamed;
    if (typeof name === 'string' && isSiteName(name)) return name;
    throw new FrontError('bad-request', 'session: the name of a site was expected.');
  }
  const nowhere = (): FrontError => new FrontError('not-found', 'The switch has no such part.');

  const reads: Readonly<Record<string, (site: string) => Promise<unknown>>> = {
    chats: (site) => hub.chats(site),
    callbacks: (site) => hub.callbacks(site),
    campaign: (site) => hub.campaign(site),
    log: (site) => Promise.resolve(parts.linesOf(site)),
    faults: (site) => Promise.resolve(faults.of(site) ?? {}),
    captcha: (site) => Promise.resolve({ text: captchas.last(site) ?? null }),
  };
  const writes: Readonly<Record<string, (site: string, change: unknown) => Promise<unknown>>> = {
    faults: (site, change) => faults.change(site, change),
    async reset(site) {
      await faults.clear(site);
      await hub.reset(site);
      parts.forgetLines(site);
      return { ok: true };
    },
  };
  const partOf = ({ path }: Exchange): string => path.split('/').at(-1) ?? '';

  return {
    async GET(exchange): Promise<Reply> {
      check(exchange);
      const name = partOf(exchange);
      const read = Object.hasOwn(reads, name) ? reads[name] : undefined;
      if (read === undefined) throw nowhere();
      return json(await read(named(exchange.query.get('session'))));
    },
    async POST(exchange): Promise<Reply> {
      check(exchange);
      const name = partOf(exchange);
      const write = Object.hasOwn(writes, name) ? writes[name] : undefined;
      if (write === undefined) throw nowhere();
      const change = parseJson(await readBody(exchange.request, body, clock));
      if (!isObject(change)) throw new FrontError('bad-request', 'An object was expected.');
      return json(await write(named(change['session']), change));
    },
  };
}
