import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type RefusalCode =
  | 'foreign-origin'
  | 'form-token'
  | 'invalid-request'
  | 'login-required'
  | 'too-large'
  | 'too-many'
  | 'not-found'
  | 'failed';

/** Why a script's request is refused; it quotes nothing of what came. */
export const refusal = (
  context: Context,
  status: ContentfulStatusCode,
  code: RefusalCode,
  message: string,
): Response => context.json({ error: { code, message } }, status);
