import type { AgentRef } from '@offhook/livechat';
import type { SiteAddress } from './siteAddress.js';
import { isFields, isText } from './wire/shape.js';
import { readAgentRef } from './wire/readRefs.js';

/** Who is signed in, and what shows it. */
export interface SignedIn {
  readonly token: string;
  readonly agent: AgentRef;
}

/** Reads what a login has answered, or what was kept of it. */
export function readSignedIn(value: unknown): SignedIn | undefined {
  if (!isFields(value)) return undefined;
  const agent = readAgentRef(value['agent']);
  const { token } = value;
  return isText(token) && token !== '' && agent ? { token, agent } : undefined;
}

/** Why nobody was signed in, in words. */
function refusalOf(status: number): string {
  if (status === 401) return 'User and password don’t belong together.';
  if (status === 429) return 'Too many wrong passwords. Wait a minute, then try again.';
  if (status === 400) return 'User and password may have 200 characters each.';
  return 'The chat service can’t sign anybody in just now. Try again in a moment.';
}

/** Asks the back end for a token. */
export async function signIn(
  address: SiteAddress,
  name: string,
  password: string,
  ask: typeof fetch = fetch,
): Promise<SignedIn | { readonly problem: string }> {
  try {
    const response = await ask(address.path('login'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    });
    if (!response.ok) return { problem: refusalOf(response.status) };
    return readSignedIn(await response.json()) ?? { problem: refusalOf(500) };
  } catch {
    return { problem: 'The chat service doesn’t answer. Is there a connection?' };
  }
}
