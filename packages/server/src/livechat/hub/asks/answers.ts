import type { CustomerAnswer, OpenCode, RefusalCode, StartCode } from '@offhook/livechat';

/** The answer that a request is done. */
export const okFrame = <Facts extends CustomerAnswer>(
  n: number,
  facts: Facts,
): { readonly t: 'ok'; readonly n: number } & Facts => ({
  t: 'ok',
  n,
  ...facts,
});

/** The answer that it isn't. */
export interface NoFrame<Code> {
  readonly t: 'no';
  readonly n: number;
  readonly code: Code;
  readonly text?: string;
  readonly retryAfterMs?: number;
}

/** Refuses a request; `text` is for people and has nothing of the request's content in it. */
export const noFrame = <Code extends StartCode | OpenCode | RefusalCode>(
  n: number,
  code: Code,
  more: { readonly text?: string; readonly retryAfterMs?: number } = {},
): NoFrame<Code> => ({ t: 'no', n, code, ...more });
