import * as v from 'valibot';

/** 32 bytes, as base64url. */
export const keyText = v.pipe(
  v.string(),
  v.regex(/^[\w-]{43}$/),
  v.transform((text) => new Uint8Array(Buffer.from(text, 'base64url'))),
);

export const portText = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));

/** An origin, and nothing beside it. */
export const originText = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text),
);

/**
 * What a process is told by its environment.
 *
 * @throws Error that names what is wrong or missing; no value is in its text, since it may be a secret
 */
export function readEnv<Schema extends v.GenericSchema>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, env);
  if (result.success) return result.output;
  const names = [...new Set(result.issues.map((issue) => v.getDotPath(issue)?.split('.')[0]))];
  throw new Error(`Missing in the environment, or wrong: ${names.join(', ')}.`);
}
