/** A file of these bytes or texts, in pieces of a few bytes, so that every boundary is in the middle of something. */
export function fileOf(content: string | Uint8Array, pieceSize = 7): ReadableStream<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + pieceSize));
      at += pieceSize;
    },
  });
}

export const lines = (...texts: readonly string[]): string => texts.join('\r\n') + '\r\n';
