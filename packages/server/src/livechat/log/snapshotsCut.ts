/**
 * Whether a stream may forget what its snapshots have. A chat's records are kept as long as the chat; those of a desk are
 * only the way to its state, and would grow for ever.
 */
export const snapshotsCut = (stream: string): boolean => stream.startsWith('desk:');
