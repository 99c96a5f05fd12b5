import type { Env } from '../boot/env.js';

/** An address of the back end, beside the script; parameters that are undefined are left out. */
export function address(
  env: Pick<Env, 'base' | 'site'>,
  path: string,
  params: Readonly<Record<string, string | undefined>> = {},
): string {
  const url = new URL(path, env.base);
  for (const [name, value] of Object.entries({ ...params, session: env.site }))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** The same for a WebSocket. */
export function socketAddress(env: Pick<Env, 'base' | 'site'>, path: string): string {
  return address(env, path).replace(/^http/, 'ws');
}
