import { outbox, tabs, type Outbox } from '@offhook/tabs';

/** A page with an outbox, and what tests ask of it. */
export interface OutboxPage {
  /** Opens the outbox of a page that was asked to `?hold` it. */
  readonly open: () => void;
  readonly leads: () => boolean;
  readonly state: () => { readonly pending: number; readonly failed: number; readonly storage: string };
  readonly sent: () => readonly string[];
  /** Whether what is sent arrives. */
  readonly accept: (accepts: boolean) => void;
  readonly put: (key: string, value: string) => Promise<void>;
  /** Runs an effect over all tabs; whether it ran here. */
  readonly once: (key: string) => Promise<boolean>;
}

declare global {
  interface Window {
    box: OutboxPage;
  }
}

const query = new URLSearchParams(location.search);
const name = query.get('name') ?? 'test';
const sent: string[] = [];
let accepts = query.get('accept') !== 'no';

const mine = tabs({ name });
let box: Outbox<string>;

function openBox(): void {
  box = outbox<string>({
    name: 'box',
    tabs: mine,
    backoff: { firstMs: 100, maxMs: 1_000 },
    send({ key, value }) {
      if (!accepts) throw new Error('down');
      sent.push(`${key} ${value}`);
    },
  });
}

if (!query.has('hold')) openBox();

window.box = {
  open: openBox,
  leads: () => mine.leader.value,
  state: () => box.state.value,
  sent: () => sent,
  accept: (now) => {
    accepts = now;
    if (now) box.retry();
  },
  put: (key, value) => box.put(key, value),
  once: (key) => mine.runOnce(key, () => {}),
};
