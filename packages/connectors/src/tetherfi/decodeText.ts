/** The escapes of one character, by the first one's leading bits. */
const character =
  /%(?:[0-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[0-7](?:%[89ab][\da-f]){3})/gi;

/** One character; what is no UTF-8 stays as it was written. */
function decodeOne(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/**
 * The text of a record, which comes URL-encoded (row T-60). Never throws: what is no escape, and a `%` that begins none,
 * stays as it is.
 *
 * A `+` is a space only where the text was encoded as a form is: such a text has no space of its own, no `%20`, and at
 * least one other escape, since a form encodes all but letters, digits and `*-._`. Else it is a plus.
 *
 * @example decodeText('50%25%20off') // '50% off'
 */
export function decodeText(encoded: string): string {
  const isForm = /%[\da-f]{2}/i.test(encoded) && !/%20|[^\w%*+.-]/i.test(encoded);
  const spaced = isForm ? encoded.replaceAll('+', ' ') : encoded;
  return spaced.replace(character, decodeOne);
}
