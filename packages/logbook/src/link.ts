import {
  isAnswered,
  OffhookError,
  select,
  type Call,
  type Contact,
  type LogContext,
  type LoggedEntry,
  type LogLink,
  type OffhookEvent,
} from '@offhook/core';
import { createAsk } from './ask.js';
import { createClaims, mergeClaim, type Claim } from './claims.js';
import { createDeliver } from './deliver.js';
import { createDrafts, type Draft } from './drafts.js';
import { noteOf } from './entryOf.js';
import { defined } from './defined.js';
import { factsOfCall, factsOfMessages, factsOfVendor } from './facts.js';
import { createFiles } from './files.js';
import type { LogbookOptions } from './options.js';
import { mergeRecord } from './mergeRecord.js';
import { nothingNew } from './nothingNew.js';
import { offerFiles } from './offerFiles.js';
import type { outbox, Tabs } from '@offhook/tabs';
import type { LogRecord } from './record.js';
import { createTell } from './tell.js';

/** What the log at work stands on. */
export interface LinkParts {
  readonly context: LogContext;
  readonly options: LogbookOptions;
  readonly tabs: Tabs;
  readonly openOutbox: typeof outbox;
}

/** The log at work. */
export function openLink({ context, options, tabs, openOutbox }: LinkParts): LogLink {
  const { clock, provide } = context;
  const { auto = true, name = 'offhook-log', resolve, keepMs = month, backoff, random } = options;
  const isAuto = typeof auto === 'function' ? auto : () => auto;
  const files = createFiles(clock);
  const shared = { tabs, clock, keepMs, ...defined({ backoff, random }) };
  // Beside the entries: nobody is sent it, it must not count as waiting, and it outlives what it leads to.
  const claimBox = openOutbox<Claim>({
    ...shared,
    name: `${name}-ids`,
    keepMs: 2 * keepMs,
    send: () => {},
    merge: mergeClaim,
  });
  const claims = createClaims(claimBox);
  const deliver = createDeliver(context, files);
  const opened = openOutbox<LogRecord>({
    ...shared,
    name,
    async send(entry, signal) {
      await deliver(entry, signal);
      await claims.deliver(entry.key);
    },
    merge: mergeRecord,
  });
  const box: typeof opened = { ...opened, put: (key, facts) => opened.put(key, plain(facts)) };
  const ask = createAsk({ resolve, failed: context.failed, tabs, claims: claimBox, box });
  const tell = createTell(context, box);
  const leaveOffers = offerFiles(box, files);
  let lastAt = 0;

  /** When somebody says something. It doesn't go back, though the computer's clock may. */
  const now = (): number => (lastAt = Math.max(lastAt, clock.now()));

  async function keep(key: string, facts: LogRecord, contacts: readonly Contact[] = []): Promise<void> {
    await box.put(key, facts);
    if (contacts.length > 1) ask(key, contacts);
  }
  const drafts = createDrafts({ context, claims, keep });

  function draftOf(call: Call): Draft {
    const draft = drafts.of(call.connector, call.vendorIds, call);
    const { status, contacts } = call.match;
    if (status !== 'pending') draft.contacts = contacts;
    return draft;
  }

  function follow(event: OffhookEvent): void {
    if (!('call' in event) || event.type === 'log.changed') return;
    const { call } = event;
    const draft = draftOf(call);
    draft.wanted ||= isAuto(call);
    // A call under way is written when it is answered; what it learns on the way goes with its end.
    if (call.state === 'ended' || (isAnswered(call) && draft.seen === undefined)) addNews(draft, call);
    // An id that it has learnt may be what its entry waits for.
    else drafts.advance(draft);
    if (draft.key !== undefined && draft.contacts.length > 1) ask(draft.key, draft.contacts);
    if (event.type === 'call.added') tell.known(claims.find(namesOf(call), timeOf(call)));
  }

  function addNews(draft: Draft, call: Call): void {
    const facts = factsOfCall(call);
    const seen = JSON.stringify(facts);
    if (draft.seen === seen) return;
    draft.seen = seen;
    drafts.add(draft, facts);
  }

  const timeOf = ({ connector, startedAt }: Call): number | undefined =>
    context.recyclesIds(connector) ? startedAt : undefined;

  const subscription = provide.callLog && context.events$.subscribe(follow);

  return {
    pending: select(box.state, ({ pending }) => pending),
    async call(facts) {
      if (!provide.callLog) return;
      const { connector, vendorIds, contacts, recordings = [] } = facts;
      const call = namesOf(facts).reduce<Call | undefined>(
        (found, id) => found ?? context.call(id),
        undefined,
      );
      const draft = drafts.of(connector, [...vendorIds, ...(call?.vendorIds ?? [])], call);
      draft.wanted = true;
      if (contacts) draft.contacts = contacts;
      files.keep(connector, recordings);
      if (call) drafts.add(draft, factsOfCall(call));
      drafts.add(draft, factsOfVendor(facts, now()));
      await drafts.kept(draft);
    },
    async messages(facts) {
      if (!provide.messageLog) return;
      const { connector, conversationLogId, messages, contacts } = facts;
      for (const { attachments } of messages) files.keep(connector, attachments);
      await keep(`${connector}:messages:${conversationLogId}`, factsOfMessages(facts, now()), contacts);
    },
    async logged(connector, ids) {
      const found = await Promise.all(
        ids.map(async (id): Promise<[string, LoggedEntry[]]> => {
          const key = await claims.find([`${connector}:${id}`]);
          const record = key === undefined ? undefined : await box.get(key);
          if (key === undefined || !record || !(await claims.isDelivered(key))) return [id, []];
          return [id, [defined({ id: key, note: noteOf(record.value) })]];
        }),
      );
      return Object.fromEntries(found.filter(([, entries]) => entries.length > 0));
    },
    async annotate(callId, { note, contact }) {
      if (!provide.callLog)
        throw new OffhookError('not-supported', 'Give createOffhook provide.callLog for this.');
      const at = now();
      const chosen = defined({
        agentNote: note === undefined ? undefined : { value: note, at },
        agentContact: contact && { value: contact, at },
      });
      const call = context.call(callId);
      if (call) {
        const draft = draftOf(call);
        draft.wanted = true;
        drafts.add(draft, { ...factsOfCall(call), ...chosen });
        return drafts.kept(draft);
      }
      const key = drafts.find(callId)?.key ?? (await claims.find([callId]));
      const record = key === undefined ? undefined : await box.get(key);
      if (key === undefined || !record)
        throw new OffhookError('invalid-argument', `There is no call “${callId}” that could be logged.`);
      await box.put(key, { ...nothingNew(record.value), ...chosen });
    },
    close() {
      subscription?.unsubscribe();
      drafts.close();
      tell.close();
      leaveOffers();
      box.close();
      claimBox.close();
    },
  };
}

/** A contact is the host's own: it may be a proxy, or have functions, which no storage takes. */
const plain = (facts: LogRecord): LogRecord => JSON.parse(JSON.stringify(facts)) as LogRecord;

const month = 30 * 24 * 60 * 60_000;

const namesOf = ({ connector, vendorIds }: Pick<Call, 'connector' | 'vendorIds'>): readonly string[] =>
  vendorIds.map((id) => `${connector}:${id}`);
