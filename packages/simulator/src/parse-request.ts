import * as v from 'valibot';
import { ControlError } from './control-error.js';

/** The name of a session: two browsers with different names don't disturb each other. */
export const sessionEntry = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100)), 'demo');

/** Checks a control request; an unknown or wrong field is an error that names it. */
export function parseRequest<Schema extends v.GenericSchema>(
  schema: Schema,
  request: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, request, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    throw new ControlError(400, 'invalid-request', `Unknown field "${field ?? ''}".`);
  }
  const place = field ? `Field "${field}": ` : '';
  throw new ControlError(400, 'invalid-request', `${place}${issue.message}`);
}
