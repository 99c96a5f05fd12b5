import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createCurrent, type Contact, type Provide } from '@offhook/core';
import { serving } from '../testing/service.js';

interface Request {
  readonly type: string;
  readonly requestId: string;
  readonly path: string;
}

const fixtures = path.join(__dirname, '../../../fixtures/ringcentral');
const read = (file: string): string => readFileSync(path.join(fixtures, file), 'utf8');

const caller: Contact = {
  id: '123456',
  source: 'crm',
  name: 'Ada Caller',
  phones: [{ number: '+12165325078', type: 'direct' }],
  emails: ['ada@crm.example'],
};

/** A host with one contact, one logged call and one logged conversation; it knows nothing else. */
const provide: Provide = {
  contacts: {
    sync: ({ page }) => ({
      contacts: page === 1 ? [caller] : [],
      at: 1_111,
      ...(page === 1 && { nextPage: 2 }),
    }),
    search: () => [caller],
    match: (numbers) =>
      Object.fromEntries(numbers.map((number) => [number, number === '+12165325078' ? [caller] : []])),
  },
  activities: { list: () => [{ id: '123', subject: 'Title', at: 1_528_854_702_472 }], open: () => {} },
  callLog: { write: () => {}, match: () => ({ '214705503020': [{ id: '88888', note: 'Note' }] }) },
  messageLog: { write: () => {}, match: () => ({ '674035477569017905/11/20/2026': [{ id: '99999' }] }) },
  authorization: { status: createCurrent({ authorized: true }), toggle: () => {} },
  settings: {
    values: createCurrent([
      {
        id: 'Open contact page when call coming',
        name: 'Open contact page when call coming',
        type: 'boolean' as const,
        value: true,
      },
    ]),
    change: () => {},
  },
};

/** Each request of the recording as `{milliseconds} {path}`, with the answer to it. */
function replay(name: string): readonly (readonly [string, unknown])[] {
  const { say, clock, answers, phone } = serving({ provide });
  const lines: [string, unknown][] = [];
  let now = 0;
  for (const line of read(`${name}.jsonl`).trim().split('\n')) {
    const { t, data } = JSON.parse(line) as { t?: number; data?: Request };
    if (t === undefined || !data) continue;
    clock.advance(t - now);
    now = t;
    say(data);
    if (data.type !== 'rc-post-message-request') continue;
    const [answer, ...more] = answers(data.requestId);
    expect(more).toEqual([]);
    lines.push([`${t} ${data.path}`, answer]);
  }
  phone.close();
  return lines;
}

describe.each(['startup-login-autolog', 'host-services'])('the requests of the recording %s', (name) => {
  it('S1-4, S1-8, S1-10: get the answers that their golden file holds', () => {
    expect(replay(name)).toEqual(JSON.parse(read(`golden/${name}.answers.json`)));
  });
});
