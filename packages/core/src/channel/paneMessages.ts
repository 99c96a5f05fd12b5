/** Whose message it is to be: that window's, from that origin; and what it says. */
export interface PaneMessages {
  readonly source: () => Window | null;
  readonly origin: string;
  /** Whether it says that the work is done. */
  readonly completes: (data: unknown) => boolean;
  readonly completed: () => void;
}

/** Listens to one pane's page: to its window and its exact origin, whatever else is posted to this page. */
export function paneMessages({ source, origin, completes, completed }: PaneMessages): () => void {
  const receive = (event: MessageEvent): void => {
    const page = source();
    if (page === null || event.source !== page || event.origin !== origin) return;
    try {
      if (!completes(event.data)) return;
    } catch {
      // A guard meets hostile values; one that throws has refused.
      return;
    }
    completed();
  };
  window.addEventListener('message', receive);
  return () => window.removeEventListener('message', receive);
}
