import { type Contact, OffhookError } from '@offhook/core';
import type { ContactSource, FetchContactPage } from './contactSource.js';
import type { Feeder } from './feeder.js';

/** Hands over all of a source. Returns as of when it is complete, if the source says so. */
export async function feedFrom(
  source: ContactSource,
  feeder: Feeder,
  since: number | undefined,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (typeof source === 'function') return feedPages(source, feeder, since, signal);
  if (Array.isArray(source)) await feeder.feed(source);
  else await feedEach(source, feeder, signal);
  return undefined;
}

async function feedEach(
  source: Iterable<Contact> | AsyncIterable<Contact>,
  feeder: Feeder,
  signal: AbortSignal,
): Promise<void> {
  let batch: Contact[] = [];
  const handOver = async (): Promise<void> => {
    signal.throwIfAborted();
    const full = batch;
    batch = [];
    await feeder.feed(full);
  };
  // Told apart, because `for await` over what is there already would take a turn for each contact.
  if (Symbol.asyncIterator in source) {
    for await (const contact of source) if (batch.push(contact) >= feeder.batchSize) await handOver();
  } else {
    for (const contact of source) if (batch.push(contact) >= feeder.batchSize) await handOver();
  }
  await handOver();
}

async function feedPages(
  fetchPage: FetchContactPage,
  feeder: Feeder,
  since: number | undefined,
  signal: AbortSignal,
): Promise<number | undefined> {
  const asked = new Set<number>();
  let at: number | undefined;
  for (let page: number | undefined = 1; page !== undefined;) {
    if (asked.has(page)) {
      throw new OffhookError(
        'invalid-argument',
        `Page ${page} of the contacts was named as the next one twice.`,
      );
    }
    asked.add(page);
    signal.throwIfAborted();
    const answer = await fetchPage(page, { signal, ...(since !== undefined && { since }) });
    await feeder.feed(answer.contacts);
    // What changed after the first page was read is in the next load.
    if (answer.at !== undefined) at = Math.min(at ?? Infinity, answer.at);
    page = answer.nextPage;
  }
  return at;
}
