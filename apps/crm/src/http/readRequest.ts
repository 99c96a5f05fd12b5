import type { HonoRequest } from 'hono';
import * as v from 'valibot';
import { ApiError } from './apiError.js';

/** What the request says, unchecked: the query of one without a body, else the body. Throws an ApiError. */
export async function rawInput(request: HonoRequest): Promise<object> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'DELETE')
    return request.query();
  const body = await request.json<unknown>().catch((error: unknown) => {
    if (error instanceof SyntaxError) throw new ApiError(400, 'invalid-json', 'The body is not JSON.');
    throw error;
  });
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new ApiError(400, 'invalid-request', 'The body is not a JSON object.');
}

/** What the request says. Throws an ApiError that names each field that is wrong, missing or unknown. */
export async function readRequest<Schema extends v.GenericSchema>(
  request: HonoRequest,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  return check(schema, await rawInput(request), '');
}

/** The value, where the schema accepts it. Throws an ApiError else. */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  name: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const fields = Object.fromEntries(
    result.issues.map((issue) => [[name, v.getDotPath(issue)].filter(Boolean).join('.'), problem(issue)]),
  );
  throw new ApiError(400, 'invalid-request', 'The request is not as it should be: see its fields.', fields);
}

function problem(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'Is unknown.';
  if (issue.received === 'undefined') return 'Is missing.';
  // The library's own texts repeat the value, which may be a secret.
  return issue.kind === 'schema' && issue.type !== 'picklist'
    ? `Is not of the type ${issue.expected ?? 'expected'}.`
    : issue.message;
}
