/** What takes the client's own log. */
export type Note = (type: string, unit: string, msg: string) => void;

/** The global that `__clientlog.js` defines, where the page includes it. */
export function readNote(globals: object): Note | undefined {
  const note: unknown = Reflect.get(globals, '__clientlog');
  return typeof note === 'function' ? (note as Note) : undefined;
}
