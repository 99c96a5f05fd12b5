import * as fc from 'fast-check';
import type { Outgoing } from './outgoing.js';
import { messageFold } from './testing/messageFold.js';
import { property } from './testing/property.js';
import { createTranscript } from './transcript.js';
import type { VendorRecord } from './wire.js';

/** A message as the server has it. Texts are few, so that many are alike. */
interface Accepted {
  readonly id: string;
  readonly by: 'customer' | 'agent';
  readonly text: string;
  readonly seq: number;
  readonly at: number;
}

type Deed =
  | { readonly do: 'write'; readonly text: string }
  /** The server takes what was written first; the echo comes `times` times. */
  | { readonly do: 'accept'; readonly times: number }
  | { readonly do: 'otherTab' | 'agent'; readonly text: string; readonly times: number }
  | { readonly do: 'open' | 'reload' };

const text = fc.constantFrom('ok', 'yes', 'hm');
const times = fc.integer({ min: 0, max: 3 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), text }),
  fc.record({ do: fc.constant('accept' as const), times }),
  fc.record({ do: fc.constantFrom('otherTab' as const, 'agent' as const), text, times }),
  fc.record({ do: fc.constantFrom('open' as const, 'reload' as const) }),
);

/** A chat between a server that numbers what it takes, and pages that come and go. */
function play(deeds: readonly Deed[], named: boolean) {
  const log: Accepted[] = [];
  let outbox: Outgoing[] = [];
  let ids = 0;
  const newId = (): string => `id-${(ids += 1)}`;
  let page = openPage();

  function openPage() {
    const fold = messageFold();
    const transcript = createTranscript({
      chat: () => 'c',
      now: () => fold.clock.now(),
      newId,
      attended: () => true,
    });
    return { fold, transcript };
  }

  const records = (): readonly VendorRecord[] =>
    log.map(({ id, by, text: said, seq, at }) => ({
      type: 'msg',
      by,
      text: said,
      at,
      ...(named ? { messageId: id, seq } : {}),
    }));

  function accept(id: string, by: Accepted['by'], said: string, heard: number): void {
    const { fold, transcript } = page;
    const message = { id, by, text: said, seq: log.length + 2, at: fold.clock.now() };
    log.push(message);
    const stamp = named ? { id, seq: message.seq, at: message.at } : {};
    // Without ids nobody can tell a second one from the same one twice: the vendor says it once, or not at all.
    for (let time = 0; time < (named ? heard : Math.min(heard, 1)); time += 1) {
      fold.take(by === 'agent' ? transcript.receive(said, 'Kim', stamp) : transcript.echo(said, stamp));
    }
  }

  function open(): void {
    page.fold.take(page.transcript.merge(records()));
    // What has been taken is on its way no more, by id or by its place.
    outbox = outbox.filter(({ id }) => !page.transcript.isSent(id));
  }

  for (const each of deeds) {
    page.fold.clock.advance(5_000);
    const { fold, transcript } = page;
    switch (each.do) {
      case 'write': {
        const item: Outgoing = { id: newId(), kind: 'text', text: each.text, at: fold.clock.now() };
        outbox.push(item);
        fold.take(transcript.write(item));
        break;
      }
      case 'accept': {
        const item = outbox.shift();
        // Where only an echo tells, one that is lost leaves the message waiting: it is sent again, as another.
        if (item) accept(item.id, 'customer', item.text ?? '', named ? each.times : 1);
        if (item && named) fold.take(transcript.acknowledge(item.id, { seq: log.length + 1 }));
        break;
      }
      case 'otherTab':
        // Without ids an echo is taken for the page's own of that text: so that nothing waits is what is tried.
        if (named || outbox.length === 0) accept(newId(), 'customer', each.text, each.times);
        break;
      case 'agent':
        accept(newId(), 'agent', each.text, each.times);
        break;
      case 'open':
        if (named || outbox.length === 0) open();
        break;
      case 'reload': {
        if (!named && outbox.length > 0) break;
        const { clock } = page.fold;
        page = openPage();
        page.fold.clock.advance(clock.now() - page.fold.clock.now());
        for (const item of outbox) page.fold.take(page.transcript.restore(item));
        open();
        break;
      }
    }
  }
  open();
  return { log, outbox, list: page.fold.list() };
}

const brief = (by: string, said: string | undefined): string => `${by}: ${said}`;

describe('messages of one chat', () => {
  property(
    'C12: P-7: T-198: with ids, any interleaving and duplication of history, live, echo and outbox is one ordered list',
    fc.array(deed, { maxLength: 40 }),
    (deeds) => {
      const { log, outbox, list } = play(deeds, true);
      expect(list.map(({ by, text: said }) => brief(by, said))).toEqual([
        ...log.map(({ by, text: said }) => brief(by, said)),
        ...outbox.map(({ text: said }) => brief('customer', said)),
      ]);
      expect(list.map(({ id }) => id)).toEqual([...log, ...outbox].map(({ id }) => id));
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    },
  );

  property(
    'C12: T-163: T-198: without ids, what was heard live and what the history has is one list, in the history’s order',
    fc.array(deed, { maxLength: 40 }),
    (deeds) => {
      const { log, outbox, list } = play(deeds, false);
      expect(list.map(({ by, text: said }) => brief(by, said))).toEqual([
        ...log.map(({ by, text: said }) => brief(by, said)),
        ...outbox.map(({ text: said }) => brief('customer', said)),
      ]);
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    },
  );
});
