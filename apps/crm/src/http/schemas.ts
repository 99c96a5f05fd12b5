import * as v from 'valibot';

/** SQLite reads a text as far as its first NUL, and half a surrogate pair is no text: neither names anything. */
const clean = v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Has characters that cannot be in a name.');

const text = (most: number) => v.pipe(v.string(), v.maxLength(most, `Has more than ${most} characters.`));
/** What is looked for again: an id, a key, a number. */
const name = v.pipe(text(500), v.minLength(1, 'Is empty.'), clean);
const line = text(1_000);
const long = text(100_000);
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(1_000, 'Has more than 1000 items.'));
const milliseconds = v.pipe(
  v.number(),
  v.finite('Is not a number of milliseconds.'),
  v.minValue(0, 'Is negative.'),
);
/** A number in an address. */
const whole = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,16}$/, 'Is not a whole number.'),
    v.transform(Number),
    v.minValue(least, `Is less than ${least}.`),
    v.maxValue(most, `Is more than ${most}.`),
  );

/** Two browsers with different session names don't disturb each other. */
const session = v.optional(
  v.pipe(
    text(200),
    clean,
    v.transform((given) => given || 'demo'),
  ),
  'demo',
);

/** Also where it is hidden by percent signs. */
const hasToken = (link: string): boolean =>
  /access_token/i.test(
    link.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );

// The messages never repeat what was given.
const link = v.pipe(
  text(4_000),
  v.check(
    (given) => !hasToken(given),
    'Carries an access token, which must not be stored. Give the link without it.',
  ),
  v.regex(/^https?:\/\//i, 'Is not the address of a web page.'),
);

const party = v.strictObject({
  number: v.exactOptional(line),
  name: v.exactOptional(line),
  extension: v.exactOptional(line),
  uri: v.exactOptional(line),
});
const direction = v.picklist(['inbound', 'outbound'], 'Is neither "inbound" nor "outbound".');

/** What every request has that names nothing else. */
export const sessionRequest = v.strictObject({ session });

export const faultsRequest = v.strictObject({
  session,
  offline: v.optional(v.boolean(), false),
  failRate: v.optional(
    v.pipe(v.number(), v.minValue(0, 'Is negative.'), v.maxValue(1, 'Is more than 1.')),
    0,
  ),
  delayMs: v.optional(v.pipe(milliseconds, v.maxValue(60_000, 'Is more than a minute.')), 0),
});

export const contactsRequest = v.strictObject({
  session,
  page: v.optional(whole(1, 1_000_000), '1'),
  size: v.optional(whole(1, 1_000), '100'),
  since: v.exactOptional(whole(0, Number.MAX_SAFE_INTEGER)),
});

export const searchRequest = v.strictObject({ session, q: v.exactOptional(line, '') });
export const contactMatchRequest = v.strictObject({ session, numbers: list(v.pipe(line, clean)) });

export const contactWrite = v.strictObject({
  session,
  contact: v.strictObject({
    id: name,
    source: line,
    name: line,
    type: v.exactOptional(line),
    phones: list(v.strictObject({ number: v.pipe(line, clean), type: line })),
    emails: list(line),
    company: v.exactOptional(line),
    // As it was read. When it changes, and whether it is there, is for the CRM to say.
    updatedAt: v.exactOptional(milliseconds),
  }),
});

export const callWrite = v.strictObject({
  session,
  writeId: name,
  vendor: name,
  sessionId: v.exactOptional(name),
  phase: v.picklist(['start', 'update', 'final', 'recording'], 'Is not a phase of a call.'),
  note: v.exactOptional(long),
  contactId: v.exactOptional(name),
  direction,
  remote: party,
  startedAt: v.exactOptional(milliseconds),
  answeredAt: v.exactOptional(milliseconds),
  endedAt: v.exactOptional(milliseconds),
  talkMs: v.exactOptional(milliseconds),
  endReason: v.exactOptional(name),
  vendorIds: list(name),
  recordings: list(v.strictObject({ id: name, type: v.exactOptional(line), link: v.exactOptional(link) })),
});

export const messageWrite = v.strictObject({
  session,
  writeId: name,
  vendor: name,
  note: v.exactOptional(long),
  contactId: v.exactOptional(name),
  parties: list(party),
  messages: list(
    v.strictObject({
      id: name,
      at: milliseconds,
      direction,
      text: v.exactOptional(long),
      attachments: v.exactOptional(
        list(v.strictObject({ id: name, type: v.exactOptional(line), link: v.exactOptional(link) })),
      ),
    }),
  ),
});

export const callMatchRequest = v.strictObject({ session, sessionIds: list(name) });
export const messageMatchRequest = v.strictObject({ session, conversationLogIds: list(name) });

/** What an address names. */
export const keyInPath = name;

export type CallWrite = v.InferOutput<typeof callWrite>;
export type MessageWrite = v.InferOutput<typeof messageWrite>;
export type FaultsRequest = v.InferOutput<typeof faultsRequest>;
