import type { Command, Devices } from '@offhook/core';
import type { ConnectMeDevices } from './devices.js';
import { asks, desk, session, update } from './testing/frames.js';
import { outcomeOf, settle, widget, type Widget } from './testing/widget.js';

interface Host extends Widget {
  /** What the handlers were given, in order. */
  readonly done: unknown[];
  readonly devices: () => Devices | undefined;
  readonly obey: (command: Command) => Promise<string>;
}

function host(devices?: ConnectMeDevices | 'all'): Host {
  const done: unknown[] = [];
  const all: ConnectMeDevices = {
    ringer: (on) => done.push(['ringer', on]),
    speaker: (on) => done.push(['speaker', on]),
    share: (content) => done.push(['share', content]),
  };
  const chosen = devices === 'all' ? all : devices;
  const made = widget(chosen ? { devices: chosen } : {});
  return {
    ...made,
    done,
    devices: () => made.phone.devices.get('connect-me').value,
    obey: (command) => outcomeOf(made.phone.execute(command)),
  };
}

const requests = ({ events }: Pick<Widget, 'events'>): readonly unknown[] =>
  events.flatMap((event) => {
    if (event.type !== 'device.requested') return [];
    const { seq: _seq, at: _at, connector: _connector, type: _type, ...rest } = event;
    return [rest];
  });

describe('what the host does for the widget', () => {
  it('S0-7, S0-8, S0-9: is told as capabilities, by the widget’s names', () => {
    const { say, channel } = host('all');
    say(asks);
    expect(channel.sent).toEqual([{ capabilities: { nativeRinger: true, speaker: true, share: true } }]);
  });

  it('S0-10: is what the app left on, and no more', () => {
    const { say, channel, devices } = host({ share: true, ringer: false });
    say(asks);
    expect(channel.sent).toEqual([{ capabilities: { share: true } }]);
    expect(devices()).toMatchObject({
      share: { delegated: true },
      ringer: { delegated: false },
      speaker: { delegated: false },
    });
  });

  it('S0-8, S0-9, S0-10: can be changed while it works', async () => {
    const { signIn, channel, devices, obey } = host({ ringer: () => {} });
    signIn();
    expect(await obey({ type: 'device.delegate', device: 'share', on: true })).toBe('observed');
    expect(channel.sent.at(-1)).toEqual({ capabilities: { nativeRinger: true, share: true } });
    expect(await obey({ type: 'device.delegate', device: 'ringer', on: false })).toBe('observed');
    expect(channel.sent.at(-1)).toEqual({ capabilities: { share: true } });
    expect(devices()?.ringer.delegated).toBe(false);
    expect(await obey({ type: 'device.delegate', device: 'share', on: true })).toBe('already');
  });
});

describe('the ringer', () => {
  it('S0-8: rings while the softphone does, and stops on answer', () => {
    const { signIn, say, done, devices, ...rest } = host('all');
    signIn();
    say(session(0));
    expect(done).toEqual([['ringer', true]]);
    expect(devices()?.ringer).toEqual({ delegated: true, on: true });
    say(update(0, 'confirmed'));
    expect(done).toEqual([
      ['ringer', true],
      ['ringer', false],
    ]);
    expect(devices()?.ringer.on).toBe(false);
    expect(requests(rest)).toEqual([
      { device: 'ringer', on: true },
      { device: 'ringer', on: false },
    ]);
  });

  it('S0-8: stops when the caller gives up, when the desk answers, and when the client closes', () => {
    for (const stop of [
      ({ say }: Host) => say(update(0, 'terminated')),
      ({ say }: Host) => say(desk(1), update(1, 'confirmed')),
      ({ phone }: Host) => phone.close(),
    ]) {
      const made = host('all');
      made.signIn();
      made.say(session(0));
      stop(made);
      expect(made.done.at(-1)).toEqual(['ringer', false]);
    }
  });

  it('S0-8: rings for nobody else’s phone: not for the desk’s, nor where the widget rings itself', () => {
    const made = host('all');
    made.signIn();
    made.say(desk(0));
    expect(made.done).toEqual([]);
    const other = host();
    other.signIn();
    other.say(session(0));
    expect(requests(other)).toEqual([]);
    expect(other.phone.can('device.setRinger')).toMatchObject({ allowed: false, reason: 'not-supported' });
  });

  it('can be silenced, rings for the next call, and can be let ring again', async () => {
    const { signIn, say, done, obey, devices } = host('all');
    signIn();
    say(session(0));
    expect(await obey({ type: 'device.setRinger', on: false })).toBe('observed');
    expect(devices()?.ringer.on).toBe(false);
    expect(done.at(-1)).toEqual(['ringer', false]);
    expect(await obey({ type: 'device.setRinger', on: true })).toBe('observed');
    expect(await obey({ type: 'device.setRinger', on: false })).toBe('observed');
    say(session(1, {}, '8001'));
    expect(devices()?.ringer.on).toBe(true);
    say(update(0, 'terminated'), update(1, 'terminated'));
    expect(devices()?.ringer.on).toBe(false);
    expect(await obey({ type: 'device.setRinger', on: true })).toMatch(/^invalid-state/);
  });

  it('S0-8: is silenced and let ring by the widget too, but rings for no call that is not there', () => {
    const { signIn, say, done } = host('all');
    signIn();
    say({ event: 'ringer', on: true });
    expect(done).toEqual([]);
    say(session(0), { event: 'ringer', on: false });
    expect(done.at(-1)).toEqual(['ringer', false]);
    say({ event: 'ringer', on: true });
    expect(done.at(-1)).toEqual(['ringer', true]);
  });

  it('stops and starts as it is delegated in mid-ring', async () => {
    const { signIn, say, done, obey } = host('all');
    signIn();
    say(session(0));
    await obey({ type: 'device.delegate', device: 'ringer', on: false });
    await obey({ type: 'device.delegate', device: 'ringer', on: true });
    expect(done).toEqual([
      ['ringer', true],
      ['ringer', false],
      ['ringer', true],
    ]);
  });

  it('S0-8: one that fails is told as an error, and stops nothing', async () => {
    const { signIn, say, events, call } = host({
      ringer: () => {
        throw new Error('no sound');
      },
    });
    signIn();
    say(session(0));
    await settle();
    const error = events.find((event) => event.type === 'error');
    expect(error).toMatchObject({ error: { code: 'handler-failed' } });
    expect(call(0)?.state).toBe('ringing');
  });
});

describe('the loudspeaker', () => {
  it('S0-9: is switched by the app, once that is done', async () => {
    const { signIn, done, devices, obey } = host('all');
    signIn();
    expect(await obey({ type: 'device.setSpeaker', on: true })).toBe('observed');
    expect(done).toEqual([['speaker', true]]);
    expect(devices()?.speaker).toEqual({ delegated: true, on: true });
    expect(await obey({ type: 'device.delegate', device: 'speaker', on: false })).toBe('observed');
    expect(done.at(-1)).toEqual(['speaker', false]);
    expect(devices()?.speaker).toEqual({ delegated: false, on: false });
    expect(await obey({ type: 'device.setSpeaker', on: true })).toMatch(/^not-supported/);
  });

  it('S0-9: stays as it was when that fails, and says so', async () => {
    const { signIn, devices, obey } = host({
      speaker: async () => Promise.reject(new Error('no such device')),
    });
    signIn();
    expect(await obey({ type: 'device.setSpeaker', on: true })).toMatch(/^handler-failed/);
    expect(devices()?.speaker.on).toBe(false);
  });

  it('S0-9: is switched by the widget, by an event whose name the manual does not give', () => {
    const { signIn, say, done, devices, ...rest } = host('all');
    signIn();
    say({ event: 'speaker', enabled: true });
    expect(devices()?.speaker.on).toBe(true);
    // One that doesn't say which way goes the other way.
    say({ event: 'speaker' });
    expect(done).toEqual([
      ['speaker', true],
      ['speaker', false],
    ]);
    expect(requests(rest)).toEqual([
      { device: 'speaker', on: true },
      { device: 'speaker', on: false },
    ]);
  });
});

describe('sharing', () => {
  it('S0-10: shares what the widget asks for, by an event whose name the manual does not give', () => {
    const { signIn, say, done, ...rest } = host('all');
    signIn();
    say({ event: 'share', text: 'Hello', url: 'https://a.example', other: {} });
    say({ event: 'shareMessage', message: { text: 'Nested' } }, { event: 'share', message: 'Plain' });
    expect(done).toEqual([
      ['share', { text: 'Hello', url: 'https://a.example' }],
      ['share', { text: 'Nested' }],
      ['share', { text: 'Plain' }],
    ]);
    expect(requests(rest)).toEqual([
      { device: 'share', text: 'Hello', url: 'https://a.example' },
      { device: 'share', text: 'Nested' },
      { device: 'share', text: 'Plain' },
    ]);
  });
});

describe('events of devices', () => {
  it('S0-37: go by the names that the app gives, and the usual ones are unknown then', () => {
    const made = host({ speaker: () => {}, events: { speaker: ['loudspeakerToggle'] } });
    made.signIn();
    made.say({ event: 'loudspeakerToggle', on: true });
    expect(made.devices()?.speaker.on).toBe(true);
    made.say({ event: 'speaker', on: false });
    expect(made.devices()?.speaker.on).toBe(true);
    expect(made.told('protocol.')).toEqual(['protocol.unknown']);
  });

  it('S0-37: are unknown where the host does not do it', () => {
    const { signIn, say, told, ...rest } = host();
    signIn();
    say({ event: 'speaker', on: true }, { event: 'share', text: 'x' });
    expect(told('protocol.')).toEqual(['protocol.unknown', 'protocol.unknown']);
    expect(requests(rest)).toEqual([]);
  });

  it('leave the work to whoever listens where the app said no and delegated it after all', async () => {
    const made = host({ share: false });
    made.signIn();
    await made.obey({ type: 'device.delegate', device: 'share', on: true });
    made.say({ event: 'share', text: 'x' });
    await settle();
    expect(requests(made)).toEqual([{ device: 'share', text: 'x' }]);
    expect(made.told('error')).toEqual([]);
  });
});
