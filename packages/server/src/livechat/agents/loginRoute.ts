import type { AgentRef } from '@offhook/livechat';
import type { Clock } from '../../clock.js';
import { json, type Serve } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { isObject } from '../http/isObject.js';
import { rateLimit } from '../http/rateLimit.js';
import { parseJson, readBody } from '../http/readBody.js';
import type { AgentTokens } from './agentTokens.js';

/** Says who an agent is, or nobody where name and password don't belong together. */
export type AgentsOf = (
  name: string,
  password: string,
  site: string,
) => AgentRef | undefined | Promise<AgentRef | undefined>;

const limit = { bytes: 4_096, ms: 5_000 };
/** Ten wrong ones at once, then one a minute: for a name, and for an address. */
const wrongs = { burst: 10, perMinute: 1 };
const longest = 200;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longest;

/** `POST /tetherfi/agent/login`: a name and a password for a token. */
export function loginRoute(agents: AgentsOf, issued: AgentTokens, clock: Clock): Serve {
  const wrong = rateLimit(wrongs, clock);
  return async ({ request, site, address }) => {
    const body = parseJson(await readBody(request, limit, clock));
    if (!isObject(body))
      throw new FrontError('bad-request', 'An object with name and password was expected.');
    const { name, password } = body;
    if (!isText(name))
      throw new FrontError('bad-request', `name: a text of 1 to ${longest} characters was expected.`);
    if (!isText(password)) {
      throw new FrontError('bad-request', `password: a text of 1 to ${longest} characters was expected.`);
    }
    const counted = [`name ${site} ${name}`, `address ${address}`];
    // Before the password is looked at: whoever has to wait learns nothing by trying.
    const wait = Math.max(...counted.map((who) => wrong.wait(who)));
    if (wait > 0) {
      throw new FrontError('too-many', 'Too many wrong passwords: try again later.', { retryAfterMs: wait });
    }
    const agent = await agents(name, password, site);
    if (agent === undefined) {
      for (const who of counted) wrong.take(who);
      throw new FrontError('wrong-password', 'Name and password don’t belong together.');
    }
    return json({ token: await issued.issue(site, agent), agent: { id: agent.id, name: agent.name } });
  };
}
