let last = 0;

/** An id for an element that another one names. */
export function uniqueId(): string {
  last += 1;
  return `app-${last}`;
}
