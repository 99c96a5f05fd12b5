import type { Contact } from '@offhook/core';
import { fakeConnector, virtualClock } from '@offhook/testing';
import { openDesk, type DeskOptions } from './testing/desk.js';
import { fakeBrowser } from './testing/fakeBrowser.js';
import { fakeCrm } from './testing/fakeCrm.js';
import { settle } from './testing/settle.js';

const number = '+12165325078';
const ada: Contact = { id: 'ada', source: 'crm', name: 'Ada', phones: [], emails: [] };
const bob: Contact = { ...ada, id: 'bob', name: 'Bob' };

function setUp(options: Partial<DeskOptions> = {}) {
  const clock = virtualClock();
  const browser = fakeBrowser(clock);
  const crm = fakeCrm();
  const provide = { callLog: { write: crm.write }, messageLog: { write: crm.write } };
  const open = (more: Partial<DeskOptions> = {}) =>
    openDesk({ browser, clock, provide, ...options, ...more });
  return { clock, browser, crm, open, desk: open() };
}

describe('a call, logged by itself', () => {
  it('is written when it is answered and when it ends, as one row', async () => {
    const { desk, crm, clock } = setUp();
    const call = desk.line.ring({ id: 's1', number, name: 'Ann' });
    await settle();
    expect(crm.writes).toEqual([]);
    clock.advance(3_000);
    call.answer();
    await settle();
    expect(crm.writes).toMatchObject([
      {
        key: 'fake:s1',
        connector: 'fake',
        phase: 'start',
        direction: 'inbound',
        remote: { number, name: 'Ann' },
      },
    ]);
    clock.advance(60_000);
    call.end('completed');
    await settle();
    expect(crm.rows.size).toBe(1);
    expect(crm.writes.map((entry) => 'phase' in entry && entry.phase)).toEqual(['start', 'final']);
    expect(crm.rows.get('fake:s1')).toEqual({
      key: 'fake:s1',
      writeId: expect.any(String),
      connector: 'fake',
      vendorIds: ['s1'],
      phase: 'final',
      direction: 'inbound',
      remote: { number, name: 'Ann' },
      startedAt: Date.UTC(2026, 0, 5, 9),
      answeredAt: Date.UTC(2026, 0, 5, 9, 0, 3),
      endedAt: Date.UTC(2026, 0, 5, 9, 1, 3),
      talkMs: 60_000,
      endReason: 'completed',
      recordings: [],
    });
    expect(new Set(crm.writes.map(({ writeId }) => writeId)).size).toBe(2);
  });

  it('is written once where nobody answers', async () => {
    const { desk, crm } = setUp();
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(crm.writes).toMatchObject([{ phase: 'final', endReason: 'missed', talkMs: 0 }]);
  });

  it('writes nothing for what changes on the way: hold, mute, and what is said twice', async () => {
    const { desk, crm } = setUp();
    const call = desk.line.ring({ id: 's1', number });
    call.answer();
    await settle();
    call.hold();
    call.mute();
    call.resume();
    call.report({ userData: { a: 'b' } });
    await settle();
    expect(crm.writes).toHaveLength(1);
  });

  it('is written again when a recording comes, and when the vendor says why it ended', async () => {
    const { desk, crm } = setUp();
    const call = desk.line.ring({ id: 's1', number });
    call.end();
    await settle();
    call.report({ endReason: 'rejected', endReasonFrom: 'vendor' });
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'final', endReason: 'rejected' });
    call.report({ recordings: [{ id: 'r1', link: 'https://media.example/r1' }] });
    await settle();
    expect(crm.writes.map((entry) => 'phase' in entry && entry.phase)).toEqual([
      'final',
      'final',
      'recording',
    ]);
    expect(crm.rows.get('fake:s1')).toMatchObject({
      endReason: 'rejected',
      recordings: [{ id: 'r1', link: 'https://media.example/r1' }],
    });
  });

  it('works for every connector: none of them needs a service for it', async () => {
    const other = fakeConnector({ id: 'other' });
    const { desk, crm } = setUp({ others: [other] });
    desk.line.ring({ id: 's1', number }).end();
    const call = other.dial({ id: '1', number });
    call.answer();
    await desk.phone.log?.annotate(call.id, { note: 'Blue' });
    call.end();
    await settle();
    expect([...crm.rows.keys()]).toEqual(['fake:s1', 'other:1']);
    expect(crm.rows.get('other:1')).toMatchObject({ phase: 'final', direction: 'outbound', note: 'Blue' });
  });

  it('may be left to the vendor, or to a note', async () => {
    const { desk, crm } = setUp({ auto: false });
    desk.line.ring({ id: 's1', number }).end();
    const noted = desk.line.ring({ id: 's2', number });
    noted.answer();
    const asked = desk.line.ring({ id: 's3', number });
    await settle();
    expect(crm.writes).toEqual([]);
    await desk.phone.log?.annotate(noted.id, { note: 'Blue' });
    await desk.phone.log?.call({ connector: 'fake', vendorIds: ['s3'], phase: 'start' });
    noted.end();
    asked.end();
    await settle();
    expect([...crm.rows.values()]).toMatchObject([
      { key: 'fake:s2', note: 'Blue', phase: 'final' },
      { key: 'fake:s3', phase: 'final' },
    ]);
  });

  it('may be chosen by a filter', async () => {
    const { desk, crm } = setUp({ auto: (call) => call.direction === 'outbound' });
    desk.line.ring({ id: 's1', number }).end();
    desk.line.dial({ id: 's2', number }).end();
    await settle();
    expect([...crm.rows.keys()]).toEqual(['fake:s2']);
  });

  it('is kept by nobody where the host has no handler', async () => {
    const { desk, browser } = setUp({ provide: { messageLog: { write: () => {} } } });
    desk.line.ring({ id: 's1', number }).end();
    await desk.phone.log?.call({ connector: 'fake', vendorIds: ['s1'], phase: 'final' });
    await settle();
    expect(browser.dump()).not.toContain('s1');
    expect(desk.phone.recentCalls.value[0]?.log.status).toBe('none');
    await expect(desk.phone.log?.annotate('fake:s1', { note: 'Blue' })).rejects.toMatchObject({
      code: 'not-supported',
    });
  });
});

describe('one call with many ids', () => {
  it('waits for one that lasts', async () => {
    const { desk, crm } = setUp();
    const call = desk.line.ring({ id: 'w1', number });
    call.answer();
    await settle();
    expect(crm.writes).toEqual([]);
    desk.line.emit({ type: 'call', ids: ['s1', 'w1'] });
    await settle();
    expect(crm.writes).toMatchObject([{ key: 'fake:s1', phase: 'start', vendorIds: ['w1', 's1'] }]);
  });

  it('takes the first one, five seconds after the end', async () => {
    const { desk, crm, clock } = setUp();
    desk.line.ring({ id: 'w1', number }).end();
    await settle();
    clock.advance(4_999);
    await settle();
    expect(crm.writes).toEqual([]);
    clock.advance(1);
    await settle();
    expect(crm.writes).toMatchObject([{ key: 'fake:w1', phase: 'final' }]);
  });

  it('keeps its row when it learns one that lasts afterwards, in any tab', async () => {
    const { desk, crm, clock, open } = setUp();
    desk.line.ring({ id: 'w1', number }).end();
    await settle();
    clock.advance(5_000);
    await settle();
    await desk.phone.log?.call({
      connector: 'fake',
      vendorIds: ['s1', 'w1'],
      phase: 'final',
      sessionId: '7',
    });
    desk.phone.close();
    const later = open();
    await later.phone.log?.call({ connector: 'fake', vendorIds: ['s1'], phase: 'recording', sessionId: '7' });
    await settle();
    expect(crm.rows.size).toBe(1);
    expect(crm.rows.get('fake:w1')).toMatchObject({ phase: 'recording', sessionId: '7' });
  });

  it('joins what a vendor says by one id and the client knows by another', async () => {
    const { desk, crm, clock } = setUp();
    const call = desk.line.ring({ id: 'w1', number });
    call.answer();
    const kept = desk.phone.log?.call({
      connector: 'fake',
      vendorIds: ['x1'],
      phase: 'start',
      sessionId: '7',
    });
    await settle();
    desk.line.emit({ type: 'call', ids: ['s1', 'x1', 'w1'] });
    await kept;
    call.end();
    await settle();
    clock.advance(10_000);
    await settle();
    expect([...crm.rows.values()]).toMatchObject([{ key: 'fake:s1', sessionId: '7', phase: 'final' }]);
  });

  it('tells apart the calls of a vendor that gives an id again, after a reload too', async () => {
    const { desk, crm, clock, open } = setUp({ recyclesIds: true, isLasting: () => true });
    const first = desk.line.ring({ id: '1', number });
    first.answer();
    const second = open();
    second.line.ring({ id: '1', number }).answer();
    await settle();
    expect(crm.rows.size).toBe(1);
    first.end();
    await settle();
    clock.advance(1_000);
    desk.line.ring({ id: '1', number }).end();
    await settle();
    expect(crm.rows.size).toBe(2);
    clock.advance(1_000);
    desk.phone.close();
    second.phone.close();
    open().line.ring({ id: '1', number }).end();
    await settle();
    expect(crm.rows.size).toBe(3);
  });
});

describe('notes and contacts', () => {
  it('keeps a note of a call that lives, and of one that has ended', async () => {
    const { desk, crm } = setUp();
    const call = desk.line.ring({ id: 's1', number });
    await desk.phone.log?.annotate(call.id, { note: 'One' });
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'start', note: 'One' });
    call.end();
    await desk.phone.log?.annotate(call.id, { note: 'Two', contact: ada });
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'final', note: 'Two', contact: ada });
    await desk.phone.log?.annotate(call.id, { note: '' });
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ note: '', contact: ada });
  });

  it('takes a note in a tab that never saw the call, and refuses one of a call that nobody knows', async () => {
    const { desk, crm, open } = setUp();
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    desk.phone.close();
    const { phone } = open();
    await phone.log?.annotate('fake:s1', { note: 'Late' });
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'final', note: 'Late' });
    await expect(phone.log?.annotate('fake:s2', { note: 'Lost' })).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });

  it('is not set back by a vendor that repeats what it had before', async () => {
    const { desk, crm, clock } = setUp();
    const facts = {
      connector: 'fake',
      vendorIds: ['s1'],
      phase: 'update',
      note: 'Old',
      contact: bob,
    } as const;
    const call = desk.line.ring({ id: 's1', number });
    await desk.phone.log?.call(facts);
    clock.advance(10);
    await desk.phone.log?.annotate(call.id, { note: 'New', contact: ada });
    clock.advance(10);
    await desk.phone.log?.call({ ...facts, phase: 'final' });
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'final', note: 'New', contact: ada });
    await desk.phone.log?.call({ ...facts, note: 'Newer' });
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'final', note: 'Newer', contact: ada });
  });
});
