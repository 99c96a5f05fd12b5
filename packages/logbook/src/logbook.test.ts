import { createOffhook, type Offhook, type Provide } from '@offhook/core';
import { fakeConnector, virtualClock } from '@offhook/testing';
import { logbook, type LogbookOptions } from './index.js';
import { fakeCrm } from './testing/fakeCrm.js';
import { fakePages } from './testing/fakePages.js';
import { rest, until } from './testing/until.js';

const number = '+12165325078';
const phones = new Set<Offhook>();

function setUp() {
  const clock = virtualClock();
  const crm = fakeCrm();
  const pages = fakePages(clock);
  const provide: Provide = { callLog: { write: crm.write } };
  function open(options: LogbookOptions = {}) {
    const tabs = pages.openTabs();
    const line = Object.assign(fakeConnector(), { isLasting: (id: string) => id.startsWith('s') });
    const log = logbook({ tabs, ...options });
    const phone = createOffhook({ connectors: [line], clock, provide, tabs, log });
    phones.add(phone);
    return {
      phone,
      line,
      close() {
        phone.close();
        tabs.close();
      },
    };
  }
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      await rest();
      clock.advance(1_000);
    }
    await rest();
  }
  return { clock, crm, pages, open, pass };
}

afterEach(() => {
  for (const phone of phones) phone.close();
  phones.clear();
});

describe('logbook, on IndexedDB', () => {
  it('writes one row for a call that three tabs see and the vendor asks for', async () => {
    const { clock, crm, open, pass } = setUp();
    const desks = [open(), open(), open()];
    for (const { line } of desks) line.ring({ id: 'w1', number }).answer();
    for (const { line } of desks) line.emit({ type: 'call', ids: ['s1', 'w1'], state: 'active' });
    const fetch = async () => new Blob();
    await desks[1]?.phone.log?.call({
      connector: 'fake',
      vendorIds: ['s1'],
      phase: 'update',
      sessionId: '7',
      recordings: [{ id: 'r1', link: 'https://media.example/r1?access_token=CANARY', fetch }],
    });
    await until(() => crm.rows.size > 0);
    await rest();
    clock.advance(30_000);
    for (const { line } of desks) line.emit({ type: 'call', ids: ['s1'], state: 'ended' });
    await desks[2]?.phone.log?.annotate('fake:w1', { note: 'Blue' });
    await pass(5);
    expect([...crm.rows.keys()]).toEqual(['fake:s1']);
    expect(crm.rows.get('fake:s1')).toMatchObject({
      phase: 'final',
      talkMs: 30_000,
      sessionId: '7',
      note: 'Blue',
      recordings: [{ id: 'r1', link: 'https://media.example/r1' }],
    });
    expect(crm.writes.some((entry) => 'recordings' in entry && entry.recordings[0]?.fetch === fetch)).toBe(
      true,
    );
    for (const { phone } of desks) {
      expect(phone.recentCalls.value[0]?.log).toEqual({ status: 'saved', waiting: 0, note: 'Blue' });
      expect(phone.log?.pending.value).toBe(0);
    }
    for (const { close } of desks) close();
    await rest();
    expect(clock.pending).toBe(0);
  });

  it('keeps what the host could not take over a reload', async () => {
    const { crm, open, pass } = setUp();
    crm.instead = () => Promise.reject(new Error('503'));
    const desk = open();
    desk.line.ring({ id: 's1', number }).end();
    await until(() => desk.phone.recentCalls.value[0]?.log.status === 'waiting');
    desk.close();
    await rest();
    crm.instead = undefined;
    const { phone, line } = open();
    await rest();
    expect(await phone.log?.logged('fake', ['s1'])).toEqual({});
    await pass(5);
    expect(crm.rows.size).toBe(1);
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'final', endReason: 'missed' });
    await rest();
    expect(await phone.log?.logged('fake', ['s1'])).toEqual({ s1: [{ id: 'fake:s1' }] });
    line.ring({ id: 's1', number });
    await until(() => phone.calls.get('fake:s1').value?.log.status === 'saved');
  });

  it('stores what is plain of a contact that isn’t', async () => {
    const { crm, open, pages } = setUp();
    const { line, phone } = open();
    const ada = { id: 'ada', source: 'crm', name: 'Ada', phones: [], emails: [] };
    const contact = new Proxy({ ...ada, open: () => {} }, {});
    await phone.log?.annotate(line.ring({ id: 's1', number }).id, { contact });
    await until(() => crm.rows.size > 0);
    expect(crm.rows.get('fake:s1')?.contact).toEqual(ada);
    expect(await pages.dump()).toContain('Ada');
  });

  it('keeps agents apart by the name of their storage', async () => {
    const { crm, open, pages } = setUp();
    const desk = open({ name: 'kim' });
    desk.line.ring({ id: 's1', number }).end();
    await until(() => crm.rows.size > 0);
    const names = (await pages.databases.databases()).map(({ name = '' }) => name);
    expect(names.every((name) => name.includes('kim'))).toBe(true);
  });
});

describe('on a server', () => {
  it('does nothing, and imports without a DOM', async () => {
    const clock = virtualClock();
    const crm = fakeCrm();
    const line = fakeConnector();
    const phone = createOffhook({
      connectors: [line],
      clock,
      provide: { callLog: { write: crm.write } },
      log: logbook(),
    });
    const call = line.ring({ id: 's1', number });
    call.end();
    await expect(phone.log?.annotate(call.id, { note: 'Blue' })).rejects.toMatchObject({
      code: 'not-supported',
    });
    await phone.log?.call({ connector: 'fake', vendorIds: ['s1'], phase: 'final' });
    await rest();
    expect(await phone.log?.logged('fake', ['s1'])).toEqual({});
    expect([crm.tries, clock.pending, phone.log?.pending.value]).toEqual([0, 0, 0]);
    phone.close();
  });
});
