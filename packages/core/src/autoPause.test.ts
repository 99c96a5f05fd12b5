import { fakeConnector } from '@offhook/testing';
import { OffhookError } from './model/error.js';
import type { Presence } from './model/agent.js';
import { crm, paneSetUp, type PaneSetUpOptions } from './testing/paneSetUp.js';
import { settle } from './testing/promises.js';

const reason = 'back office';

/** A client whose agent is in this state, and whose calls each show a page that pauses. */
function pausing(presence: Presence = 'available', options: PaneSetUpOptions = {}) {
  const made = paneSetUp({
    decide: () => ({ action: 'open', url: crm, autoPause: { reason } }),
    ...options,
  });
  const { line, phone } = made;
  line.emit({ type: 'agent', presence });
  return {
    ...made,
    presence: () => phone.agent.value.presence,
    /** What the vendor was asked for. */
    asked: () =>
      line.sent.map((command) => (command.type === 'agent.setPresence' ? command.presence : command.type)),
    async finish(id: string) {
      phone.completePane(`fake:${id}`);
      await settle();
    },
  };
}

describe('a pane that pauses the agent', () => {
  it.each(['available', 'busy', 'wrap-up'] as const)('gives %s back when it is done', async (before) => {
    const { ring, presence, finish, line, phone } = pausing(before);
    await ring('1');
    expect(phone.agent.value).toMatchObject({ presence: 'paused', pauseReason: reason });
    await finish('1');
    expect(presence()).toBe(before);
    expect(line.sent).toEqual([
      { type: 'agent.setPresence', presence: 'paused', reason, connector: 'fake' },
      { type: 'agent.setPresence', presence: before, connector: 'fake' },
    ]);
  });

  it('pauses without a reason where none is given, and doesn’t where it isn’t asked for', async () => {
    const { ring, line } = pausing('available', {
      decide: () => ({ action: 'open', url: crm, autoPause: true }),
    });
    await ring('1');
    expect(line.sent).toEqual([{ type: 'agent.setPresence', presence: 'paused', connector: 'fake' }]);
    const without = pausing('available', { decide: () => ({ action: 'open', url: crm, autoPause: false }) });
    await without.ring('1');
    expect(without.line.sent).toEqual([]);
  });

  it('pauses when it opens, not while it waits', async () => {
    const { ring, presence, finish } = pausing('available', {
      decide: () => ({ action: 'open', url: crm, on: 'ended', autoPause: true }),
    });
    const call = await ring('1');
    expect(presence()).toBe('available');
    call.end();
    await settle();
    expect(presence()).toBe('paused');
    await finish('1');
    expect(presence()).toBe('available');
  });

  it('pauses once among several, and the last one gives back', async () => {
    const { ring, finish, asked, phone } = pausing();
    for (const id of ['1', '2', '3']) await ring(id);
    await finish('2');
    phone.closePane('fake:1');
    await settle();
    expect(asked()).toEqual(['paused']);
    await finish('3');
    expect(asked()).toEqual(['paused', 'available']);
    await ring('4');
    expect(asked()).toEqual(['paused', 'available', 'paused']);
  });

  it.each([
    ['takes calls again', { presence: 'available' }],
    ['is paused for another reason', { presence: 'paused', pauseReason: 'lunch' }],
    ['has gone', { presence: 'offline' }],
  ] as const)('gives nothing back to an agent who meanwhile %s', async (_, now) => {
    const { ring, finish, asked, line } = pausing();
    await ring('1');
    line.emit({ type: 'agent', ...now });
    await finish('1');
    expect(asked()).toEqual(['paused']);
  });

  it('gives nothing back to one who was paused again by himself', async () => {
    const { ring, finish, asked, line } = pausing();
    await ring('1');
    line.emit({ type: 'agent', presence: 'available' });
    line.emit({ type: 'agent', presence: 'paused', pauseReason: 'lunch' });
    await finish('1');
    expect(asked()).toEqual(['paused']);
  });

  it('isn’t taken for changed where the vendor tells the reason later', async () => {
    const { ring, finish, asked, line } = pausing('available', { line: { response: 'ignore' } });
    await ring('1');
    line.emit({ type: 'agent', presence: 'paused' });
    line.emit({ type: 'agent', pauseReason: reason });
    await finish('1');
    expect(asked()).toEqual(['paused', 'available']);
  });

  it.each(['paused', 'offline'] as const)('leaves one alone who is %s already', async (before) => {
    const { ring, finish, asked } = pausing(before);
    await ring('1');
    await finish('1');
    expect(asked()).toEqual([]);
  });

  it('lets one take calls of whom nothing was known before', async () => {
    const { ring, finish, asked } = pausing('unknown');
    await ring('1');
    await finish('1');
    expect(asked()).toEqual(['paused', 'available']);
  });

  it('asks nothing of a vendor that can’t', async () => {
    const { ring, there, asked, types } = pausing('available', { line: { commands: {} } });
    await ring('1');
    expect(there()).toEqual(['fake:1 open']);
    expect(asked()).toEqual([]);
    expect(types()).not.toContain('error');
  });

  it('tells of a vendor that refuses, and gives nothing back', async () => {
    const { ring, finish, asked, line, events } = pausing('available', { line: { response: 'wait' } });
    await ring('1');
    const error = new OffhookError('vendor-error', 'No.');
    line.refuse(error);
    await settle();
    expect(events.filter(({ type }) => type === 'error')).toMatchObject([{ error, connector: 'fake' }]);
    await finish('1');
    expect(asked()).toEqual(['paused']);
  });

  it('gives back as soon as the pause shows, where the pane was done before', async () => {
    const { ring, finish, asked, line } = pausing('available', { line: { response: 'wait' } });
    await ring('1');
    line.acknowledge();
    await finish('1');
    expect(asked()).toEqual(['paused']);
    line.emit({ type: 'agent', presence: 'paused', pauseReason: reason });
    await settle();
    expect(asked()).toEqual(['paused', 'available']);
  });

  it('is forgotten where the vendor shows no effect in time', async () => {
    const { ring, finish, asked, line, clock, events } = pausing('available', {
      line: { response: 'ignore' },
    });
    await ring('1');
    clock.advance(8_000);
    await settle();
    expect(events.find(({ type }) => type === 'error')).toMatchObject({ error: { code: 'not-observed' } });
    await finish('1');
    line.emit({ type: 'agent', presence: 'paused', pauseReason: 'lunch' });
    await settle();
    expect(asked()).toEqual(['paused']);
  });

  it('pauses at its own connector only', async () => {
    const other = fakeConnector({ id: 'other' });
    const { phone } = pausing('available', { others: [other] });
    other.emit({ type: 'agent', presence: 'busy' });
    other.ring({ id: '1' });
    await settle();
    const presences = () => ['fake', 'other'].map((id) => phone.agents.get(id).value?.presence);
    expect(presences()).toEqual(['available', 'paused']);
    phone.closePane('other:1');
    await settle();
    expect(presences()).toEqual(['available', 'busy']);
  });

  it('observes no agent once it is over, or the client has closed', async () => {
    const { ring, finish, phone } = pausing();
    const agent = phone.agents.get('fake');
    const leave = agent.listen(() => {});
    const watched = (): boolean => (phone.agents.get('fake') as { watched?: boolean }).watched === true;
    await ring('1');
    leave();
    expect(watched()).toBe(true);
    await finish('1');
    expect(watched()).toBe(false);
    await ring('2');
    phone.close();
    expect(watched()).toBe(false);
  });
});
