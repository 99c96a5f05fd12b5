const maxNodes = 20_000;
const maxDepth = 64;

/** Whether a message stays within bounds. Walks no further than the bounds, so cycles and depth cost nothing. */
export function measure(data: unknown, maxChars: number): boolean {
  let chars = 0;
  let nodes = 0;
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') chars += value.length;
      else if (typeof value === 'object' && value !== null) {
        // A view on bytes has a key for each of them; no vendor sends bytes.
        if (ArrayBuffer.isView(value)) return false;
        if (Array.isArray(value)) {
          nodes += value.length;
          if (nodes > maxNodes) return false;
          for (const each of value as unknown[]) next.push(each);
        } else {
          for (const key in value) {
            nodes += 1;
            chars += key.length;
            if (nodes > maxNodes) return false;
            next.push((value as Record<string, unknown>)[key]);
          }
        }
      }
      if (chars > maxChars) return false;
    }
    level = next;
  }
  return true;
}
