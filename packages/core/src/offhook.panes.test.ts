/** @jest-environment jsdom */
import { fakeConnector, fakePanes } from '@offhook/testing';
import { createOffhook } from './offhook.js';
import type { PanePlan } from './ports/panes.js';
import { fakeWindows } from './testing/fakeWindows.js';
import { crm, paneSetUp } from './testing/paneSetUp.js';
import { settle } from './testing/promises.js';

fakeWindows();

describe('the moment of a pane', () => {
  it('ringing: it opens as the call becomes known, whoever calls', async () => {
    const { panes, line, told, pane, ring } = paneSetUp();
    panes.show('fake:1');
    await ring();
    expect(pane()).toEqual({
      id: 'fake:1',
      callId: 'fake:1',
      action: 'open',
      on: 'ringing',
      url: `${crm}/for/fake:1`,
      title: 'Customer',
      state: 'open',
      trusted: false,
    });
    panes.show('fake:2');
    line.dial({ id: '2' });
    await settle();
    expect(told()).toEqual(['opened fake:1', 'opened fake:2']);
  });

  it('active: it waits until the call is answered', async () => {
    const { panes, told, there, ring } = paneSetUp();
    panes.show('fake:1', { on: 'active' });
    const call = await ring();
    expect(there()).toEqual(['fake:1 waiting']);
    call.answer();
    expect(there()).toEqual(['fake:1 open']);
    call.hold();
    call.resume();
    call.end();
    expect(told()).toEqual(['waiting fake:1', 'opened fake:1']);
  });

  it('active: it is closed when the call ends unanswered', async () => {
    const { panes, told, there, ring } = paneSetUp();
    panes.show('fake:1', { on: 'active' });
    const call = await ring();
    call.end('missed');
    expect(there()).toEqual([]);
    expect(told()).toEqual(['waiting fake:1', 'closed fake:1']);
  });

  it.each([true, false])('ended: it opens after the end (answered: %s), and stays', async (answered) => {
    const { panes, told, there, ring, phone } = paneSetUp();
    panes.show('fake:1', { on: 'ended' });
    const call = await ring();
    if (answered) call.answer();
    expect(there()).toEqual(['fake:1 waiting']);
    call.end();
    expect(phone.recentCalls.value).toHaveLength(1);
    expect(there()).toEqual(['fake:1 open']);
    expect(told()).toEqual(['waiting fake:1', 'opened fake:1']);
  });

  it.each(['ringing', 'active'] as const)('%s: one that has passed means at once', async (on) => {
    const { panes, told, there, ring, line } = paneSetUp();
    const call = await ring();
    panes.show('fake:1', { on });
    call.answer();
    await settle();
    expect(there()).toEqual(['fake:1 open']);
    panes.show('fake:2', { on });
    line.emit({ type: 'call', ids: ['2'], state: 'held', direction: 'inbound' });
    await settle();
    expect(told()).toEqual(['opened fake:1', 'opened fake:2']);
  });

  it('is ringing unless the plan says otherwise', async () => {
    const { pane, ring } = paneSetUp({ decide: () => ({ action: 'open', url: crm }) });
    await ring();
    expect(pane()).toMatchObject({ on: 'ringing', state: 'open' });
    expect(pane()).not.toHaveProperty('title');
  });
});

describe('what is decided', () => {
  it('is asked once at each moment, until there is a plan', async () => {
    const { panes, ring, phone } = paneSetUp();
    const call = await ring();
    call.mute();
    call.report({ userData: { a: '1' } });
    await settle();
    expect(panes.asked.map(({ moment }) => moment)).toEqual(['ringing']);
    call.answer();
    await settle();
    call.hold();
    call.resume();
    call.end();
    await settle();
    expect(panes.asked.map(({ moment, call: { state } }) => [moment, state])).toEqual([
      ['ringing', 'ringing'],
      ['active', 'active'],
      ['ended', 'ended'],
    ]);
    expect(panes.asked[0]!.agent).toBe(phone.agents.get('fake').value);
  });

  it('is asked no more once there is a plan, though it is refused, done or still waiting', async () => {
    const { panes, ring, phone } = paneSetUp();
    panes.show('fake:1', { url: 'https://evil.example' });
    panes.show('fake:2');
    panes.show('fake:3', { on: 'ended' });
    for (const id of ['1', '2', '3']) (await ring(id)).answer();
    phone.completePane('fake:2');
    await settle();
    expect(panes.asked).toHaveLength(3);
  });

  it('skips the moment that a missed call never has', async () => {
    const { panes, ring } = paneSetUp();
    const call = await ring();
    call.end();
    await settle();
    expect(panes.asked.map(({ moment }) => moment)).toEqual(['ringing', 'ended']);
  });

  it('is not asked of a call that had ended before it became known, nor acted upon after the client has closed', async () => {
    const { panes, line, phone } = paneSetUp();
    line.emit({ type: 'call', ids: ['old'], state: 'ended' });
    await settle();
    expect(panes.asked).toEqual([]);
    line.ring({ id: '2' });
    phone.close();
    await settle();
    expect(panes.asked.map(({ call, signal }) => [call.id, signal.aborted])).toEqual([['fake:2', true]]);
  });

  it('may come after the call has ended', async () => {
    let answer = (_plan: PanePlan): void => {};
    const decided = new Promise<PanePlan>((done) => (answer = done));
    const { told, there, line } = paneSetUp({ decide: () => decided });
    line.ring({ id: '1' }).end();
    await settle();
    answer({ action: 'open', url: crm });
    await settle();
    expect(there()).toEqual(['fake:1 open']);
    line.ring({ id: '2' }).end();
    expect(told()).toEqual(['opened fake:1']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('fails without harm where the port %s: it is told, and the next moment asks again', async (_, fails) => {
    const asked: string[] = [];
    const { there, events, line } = paneSetUp({
      decide({ moment }) {
        asked.push(moment);
        return moment === 'ringing' ? fails() : { action: 'open', url: crm };
      },
    });
    const call = line.ring({ id: '1' });
    await settle();
    expect(events.find(({ type }) => type === 'error')).toMatchObject({
      connector: 'fake',
      error: { code: 'handler-failed' },
    });
    call.answer();
    await settle();
    expect(asked).toEqual(['ringing', 'active']);
    expect(there()).toEqual(['fake:1 open']);
  });

  it.each([
    ['no action', { url: crm }],
    ['another action', { action: 'explode', url: crm }],
    ['no address', { action: 'open' }],
    ['an address of another kind', { action: 'open', url: { href: crm } }],
    ['another moment', { action: 'open', url: crm, on: 'later' }],
    ['a title of another kind', { action: 'open', url: crm, title: 7 }],
    ['arguments of another kind', { action: 'run', url: 'crm.exe', args: 'all' }],
    ['an argument of another kind', { action: 'run', url: 'crm.exe', args: [1] }],
    ['nothing in it', null],
    ['a text', 'open'],
  ])('is told as an error, and makes no pane, where it has %s', async (_, plan) => {
    const { events, told, line } = paneSetUp({ decide: () => plan });
    line.ring({ id: '1' });
    await settle();
    expect(told()).toEqual([]);
    expect(events.find(({ type }) => type === 'error')).toMatchObject({ error: expect.anything() });
  });

  it('holds nobody else up where it never comes', async () => {
    const { told, line } = paneSetUp({
      decide: ({ call }) => (call.id === 'fake:1' ? new Promise(() => {}) : { action: 'open', url: crm }),
    });
    line.ring({ id: '1' });
    line.ring({ id: '2' });
    await settle();
    expect(told()).toEqual(['opened fake:2']);
  });
});

describe('without panes', () => {
  it('nothing is asked, and the members do nothing', () => {
    const phone = createOffhook({ connectors: [fakeConnector()] });
    for (const act of [phone.openPane, phone.completePane, phone.closePane])
      expect(() => act('1')).not.toThrow();
    expect(() => phone.attachPane(document.body, '1')()).not.toThrow();
    expect(phone.panes.all.value).toEqual([]);
    phone.close();
  });

  it.each([[['*']], [['null']], [['crm.example']], [['file:///']]])(
    'it is said at once where the origins %j are none',
    (origins) => {
      expect(() => createOffhook({ connectors: [fakeConnector()], panes: fakePanes({ origins }) })).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    },
  );
});
