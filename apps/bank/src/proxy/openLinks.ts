/** Connections that last: WebSockets, and answers that go on. */
export interface OpenLinks {
  /** @returns what to call when it has ended */
  add(session: string, cut: () => void): () => void;
  /** Cuts those whose session at the bank is over. */
  look(): Promise<void>;
  cutAll(): void;
}

/**
 * Keeps count of what is open in each session: who signs out of the bank is out of the chat too, not only with the next
 * request.
 *
 * @param goesOn asks the bank; where it can't be asked, nothing is cut that was let in
 */
export function openLinks(goesOn: (session: string) => Promise<boolean>): OpenLinks {
  const open = new Map<string, Set<() => void>>();
  const cutSession = (session: string): void => {
    for (const cut of open.get(session) ?? []) cut();
  };
  return {
    add(session, cut) {
      const cuts = open.get(session) ?? new Set<() => void>();
      open.set(session, cuts);
      cuts.add(cut);
      return () => {
        cuts.delete(cut);
        if (cuts.size === 0 && open.get(session) === cuts) open.delete(session);
      };
    },
    async look() {
      await Promise.all(
        [...open.keys()].map(async (session) => {
          const over = await goesOn(session).then(
            (on) => !on,
            () => false,
          );
          if (over) cutSession(session);
        }),
      );
    },
    cutAll() {
      for (const session of [...open.keys()]) cutSession(session);
    },
  };
}
