import { randomUUID } from 'node:crypto';

/** One log of this process on a file. */
export interface SqlitePeer {
  /** Another one has committed. */
  look(): void;
  told(topic: string, text: string): void;
}

/** The logs of this process on one file: they need no look at the file to hear of each other. */
export interface SqlitePeers {
  /** Names this process in the file. */
  readonly process: string;
  readonly members: Set<SqlitePeer>;
  /** The nodes that live here. */
  readonly nodes: Set<string>;
}

const files = new Map<string, SqlitePeers>();

/** Joins those on the file. @returns them, and a function that leaves */
export function joinPeers(path: string, peer: SqlitePeer): { readonly peers: SqlitePeers; leave(): void } {
  const peers = files.get(path) ?? { process: randomUUID(), members: new Set(), nodes: new Set() };
  files.set(path, peers);
  peers.members.add(peer);
  return {
    peers,
    leave() {
      peers.members.delete(peer);
      if (peers.members.size === 0) files.delete(path);
    },
  };
}
