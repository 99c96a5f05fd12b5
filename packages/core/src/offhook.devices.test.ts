import { OffhookError } from './model/error.js';
import { fateOf, settle } from './testing/promises.js';
import { setUp } from './testing/setUp.js';

const vendors = { delegated: false, on: false };

describe('devices', () => {
  it('are the vendor’s until it says otherwise, and what it says is merged field by field', () => {
    const { phone, line, events } = setUp();
    const fake = phone.devices.get('fake');
    expect(fake.value).toEqual({ connector: 'fake', ringer: vendors, speaker: vendors, share: vendors });
    line.emit({ type: 'devices', ringer: { delegated: true } });
    line.emit({ type: 'devices', ringer: { on: true }, share: { delegated: true } });
    expect(fake.value).toEqual({
      connector: 'fake',
      ringer: { delegated: true, on: true },
      speaker: vendors,
      share: { delegated: true, on: false },
    });
    expect(events.at(-1)).toMatchObject({ type: 'device.changed', connector: 'fake', devices: fake.value });
  });

  it('that are told twice change nothing and tell nothing', () => {
    const { phone, line, events } = setUp();
    line.emit({ type: 'devices', speaker: { delegated: true } });
    const [before, count] = [phone.devices.get('fake').value, events.length];
    line.emit({ type: 'devices', speaker: { delegated: true } }, { type: 'devices' });
    expect(phone.devices.get('fake').value).toBe(before);
    expect(events).toHaveLength(count);
  });

  it('are asked for as a moment, which changes nothing', () => {
    const { phone, line, events } = setUp();
    const before = phone.devices.get('fake').value;
    line.emit({ type: 'device.requested', device: 'share', text: 'Join', url: 'https://example.com/' });
    expect(events.at(-1)).toMatchObject({
      type: 'device.requested',
      connector: 'fake',
      device: 'share',
      text: 'Join',
      url: 'https://example.com/',
    });
    expect(phone.devices.get('fake').value).toBe(before);
  });

  it('complete when the client closes', () => {
    const { phone } = setUp();
    let completed = false;
    phone.devices.get('fake').subscribe({ complete: () => (completed = true) });
    phone.close();
    expect(completed).toBe(true);
  });
});

describe('a command for a device', () => {
  it.each([
    [{ type: 'device.delegate', device: 'ringer', on: true }, { ringer: { delegated: true } }],
    [{ type: 'device.setSpeaker', on: true }, { speaker: { on: true } }],
    [{ type: 'device.setRinger', on: true }, { ringer: { on: true } }],
  ] as const)(
    '%j is observed when the vendor reports it, and so already the next time',
    async (command, effect) => {
      const { phone, line } = setUp({ line: { response: 'ignore' } });
      const fate = fateOf(phone.execute(command));
      await settle();
      expect(fate.state).toBe('pending');
      line.emit({ type: 'devices', ...effect });
      await settle();
      expect(fate).toMatchObject({ state: 'resolved', value: { by: 'observed' } });
      await expect(phone.execute(command)).resolves.toMatchObject({ by: 'already' });
      expect(line.sent).toEqual([command]);
    },
  );

  it('fails as the vendor says, changes nothing, and is not observed where the vendor says nothing', async () => {
    const { phone, line, clock } = setUp({ line: { response: 'wait' }, commandTimeoutMs: 1_000 });
    const refused = fateOf(phone.execute({ type: 'device.delegate', device: 'share', on: true }));
    await settle();
    line.refuse(new OffhookError('vendor-error', 'The vendor says no.'));
    await settle();
    expect(refused.state).toBe('vendor-error');
    line.respond('ignore');
    const late = fateOf(phone.execute({ type: 'device.setSpeaker', on: true }));
    await settle();
    clock.advance(1_000);
    await settle();
    expect(late.state).toBe('not-observed');
    expect(phone.devices.get('fake').value?.share).toEqual(vendors);
  });
});

describe('a push of contacts', () => {
  it('is sent where the vendor only takes it, with the contacts that were given', async () => {
    const { phone, line } = setUp();
    const command = { type: 'contacts.push', contacts: [] } as const;
    await expect(phone.execute(command)).resolves.toMatchObject({ by: 'sent' });
    expect(line.sent).toEqual([command]);
  });

  it('is acknowledged where the vendor says so, and fails where it can’t be had', async () => {
    const { phone, line } = setUp({ line: { response: 'wait' } });
    const fate = fateOf(phone.execute({ type: 'contacts.push' }));
    await settle();
    expect(fate.state).toBe('pending');
    line.acknowledge();
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { by: 'acknowledged' } });
    const { phone: poor } = setUp({ line: { commands: {} } });
    expect(poor.can('contacts.push')).toMatchObject({ allowed: false, reason: 'not-supported' });
    const refused = fateOf(poor.execute({ type: 'contacts.push' }));
    await settle();
    expect(refused.state).toBe('not-supported');
  });
});
