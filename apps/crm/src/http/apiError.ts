import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type ApiErrorCode =
  'invalid-request' | 'invalid-json' | 'too-large' | 'foreign-origin' | 'not-found' | 'offline' | 'failed';

/** Why a request is refused, as the answer says it. */
export class ApiError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: ApiErrorCode,
    message: string,
    /** What is wrong with which field, such as `recordings.0.link`. */
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The answer's JSON. */
  toJSON(): { readonly error: object } {
    const { code, message, fields } = this;
    return { error: { code, message, ...(fields && { fields }) } };
  }
}
