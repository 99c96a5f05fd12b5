/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { createOffhook, type CommandType, type Offhook } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { kunzite } from './kunzite.js';
import type { KunziteOptions } from './options.js';
import { accepted, calling, context, logged, ringing, terminated } from './testing/frames.js';
import { widget } from './testing/widget.js';

const status = (word: unknown): object => ringing({ context: { ...context, status: word } });

describe('the connection', () => {
  it.each([
    ['logged', logged()],
    ['phone:logged', { type: 'phone:logged', data: { context } }],
  ])('S3-22: %s says that somebody is signed in', (_name, frame) => {
    const { say, phone } = widget();
    expect(phone.connection.value.status).toBe('connecting');
    say(frame);
    expect(phone.connection.value.status).toBe('ready');
  });

  it('S3-22: whoever has a call is signed in, even if we came too late to hear it', () => {
    const { say, phone } = widget();
    say(accepted());
    expect(phone.connection.value.status).toBe('ready');
  });

  it('says what to do when the widget is silent, and is ready when it speaks after all', () => {
    const { say, phone, clock } = widget();
    clock.advance(19_999);
    expect(phone.connection.value.status).toBe('connecting');
    clock.advance(1);
    expect(phone.connection.value).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/sign in.*address.*accepted origins/i),
    });
    say(logged());
    expect(phone.connection.value.status).toBe('ready');
    expect(phone.connection.value.reason).toBeUndefined();
  });

  it('S3-6: a phone that is online is registered', () => {
    const { say, phone } = widget();
    say(status('online'));
    expect(phone.connection.value).toMatchObject({ status: 'ready', sip: 'registered' });
  });

  it('S3-6: one that is offline can’t dial, and says why, until it is online', () => {
    const { say, phone } = widget();
    say(status('offline'));
    expect(phone.connection.value).toMatchObject({ status: 'offline', sip: 'lost' });
    expect(phone.can('call.dial')).toMatchObject({
      allowed: false,
      text: expect.stringContaining('offline'),
    });
    say(status('online'));
    expect(phone.can('call.dial')).toEqual({ allowed: true });
  });
});

describe('the agent', () => {
  it('S3-6: S3-7: S3-8: is who the context says, and available when that is online', () => {
    const { say, phone } = widget();
    say(ringing());
    expect(phone.agent.value).toMatchObject({
      presence: 'available',
      userId: 'kim@phone.example',
      extension: '200',
    });
  });

  it('S3-6: a status that nobody knows is shown as it is, and stops nothing', () => {
    const { say, phone } = widget();
    say(status('lunch'));
    expect(phone.agent.value).toMatchObject({ presence: 'unknown', pauseReason: 'lunch' });
    expect(phone.connection.value.status).toBe('ready');
    say(status('online'));
    expect(phone.agent.value.pauseReason).toBeUndefined();
  });

  it('S3-6: S3-7: S3-8: what a context leaves out stays as it was', () => {
    const { say, phone } = widget();
    say(ringing());
    const before = phone.agent.value;
    say(
      logged(),
      accepted({ context: undefined }),
      terminated({ context: { status: 7, user: '', extension: null } }),
    );
    expect(phone.agent.value).toBe(before);
  });
});

describe('the widget', () => {
  it('S3-9: has the size that the context asks for', () => {
    const { say, phone } = widget();
    expect(phone.widgets.get('kunzite').value?.size).toEqual({ width: 320, height: 460 });
    say(ringing({ context: { ...context, size: { width: 400, height: 600 } } }));
    expect(phone.widgets.get('kunzite').value?.size).toEqual({ width: 400, height: 600 });
  });

  it.each([{ width: 0, height: 460 }, { width: 320 }, { width: '320', height: 460 }, null])(
    'S3-9: no size that is none: %j',
    (size) => {
      const { say, phone } = widget();
      say(ringing({ context: { ...context, size } }));
      expect(phone.widgets.get('kunzite').value?.size).toEqual({ width: 320, height: 460 });
    },
  );
});

describe('commands', () => {
  it('S3-19: dials, and gives the id of the call that comes of it', async () => {
    const { say, phone, channel } = widget();
    say(logged());
    const dialled = phone.execute({ type: 'call.dial', to: '+34910000003' });
    await Promise.resolve();
    expect(channel.sent).toEqual([{ type: 'click2call', data: { number: '+34910000003' } }]);
    say(calling({ id: 'made' }));
    await expect(dialled).resolves.toEqual({ callId: 'kunzite:made', by: 'observed' });
  });

  it('S3-19: nothing acknowledges a dial: what isn’t seen in time ends with advice', async () => {
    const { say, phone, clock } = widget();
    say(logged());
    const late = expect(phone.execute({ type: 'call.dial', to: '+34910000003' })).rejects.toMatchObject({
      code: 'not-observed',
      message: expect.stringContaining('accepted origins'),
    });
    clock.advance(8_000);
    await late;
  });

  it.each<CommandType>([
    'call.answer',
    'call.reject',
    'call.hangUp',
    'call.hold',
    'call.resume',
    'call.mute',
    'call.unmute',
    'call.sendDtmf',
    'call.transfer',
    'call.forward',
    'call.toVoicemail',
    'call.startRecording',
    'call.stopRecording',
    'agent.signIn',
    'agent.signOut',
    'agent.setPresence',
  ])('%s is the person’s to do, and says so', (type) => {
    const { say, phone } = widget();
    say(logged());
    expect(phone.can(type)).toMatchObject({
      allowed: false,
      reason: 'not-supported',
      text: expect.stringContaining('widget'),
    });
  });

  it('S3-19: traces name the message, and never the number', async () => {
    const own: unknown[][] = [];
    const { say, phone, traced } = widget({ trace: (...said) => own.push(said) });
    say(logged());
    void phone.execute({ type: 'call.dial', to: '+34910000003' }).catch(() => undefined);
    await Promise.resolve();
    expect(own).toEqual([['click2call']]);
    expect(traced).toEqual([]);
    phone.close();
  });
});

describe('embedding', () => {
  const url = 'http://127.0.0.1:4301/kunzite/';
  const origin = 'http://127.0.0.1:4301';
  const open: Offhook[] = [];
  afterEach(() => open.splice(0).forEach((phone) => phone.close()));

  function embedded(options: Partial<KunziteOptions> = {}) {
    const clock = virtualClock();
    const phone = createOffhook({ connectors: [kunzite({ url, ...options })], clock });
    open.push(phone);
    const iframe = document.querySelector('iframe');
    const deliver = (data: unknown, from = origin, source = iframe?.contentWindow ?? null): void => {
      window.dispatchEvent(new MessageEvent('message', { data, origin: from, source }));
    };
    return { phone, iframe, deliver, clock };
  }

  it('S3-1: the frame is found by the name sf, and is gone when the client is closed', () => {
    const { phone, iframe, deliver } = embedded();
    expect(iframe).toMatchObject({ name: 'sf', title: 'Kunzite softphone', src: url });
    deliver(logged());
    expect(phone.connection.value.status).toBe('ready');
    phone.close();
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('S3-1: gives the microphone and a voice to the vendor’s origin alone', () => {
    const { iframe } = embedded();
    expect(iframe?.allow).toBe(`microphone ${origin}; autoplay ${origin}`);
  });

  it('S3-23: files are dropped in the frame itself: its script runs as its own origin, and we keep nothing from it', () => {
    const { phone, iframe, deliver } = embedded();
    const sandbox = iframe?.getAttribute('sandbox')?.split(' ');
    expect(sandbox).toEqual(expect.arrayContaining(['allow-scripts', 'allow-same-origin']));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      expect(iframe?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))).toBe(true);
    }
    const events: unknown[] = [];
    phone.events$.subscribe((event) => events.push(event));
    deliver({ type: 'drop', files: 1 });
    expect(events).toMatchObject([{ type: 'protocol.rejected', reason: 'malformed' }]);
  });

  it('S3-1: posts to the vendor’s exact origin, and hears that alone', async () => {
    const { phone, iframe, deliver } = embedded();
    const posted: unknown[][] = [];
    const source = iframe?.contentWindow;
    if (source) source.postMessage = (...said: unknown[]) => void posted.push(said);
    deliver(ringing(), 'https://evil.example');
    deliver(ringing(), origin, window);
    expect(phone.calls.ids.value).toEqual([]);
    deliver(logged());
    void phone.execute({ type: 'call.dial', to: '200' }).catch(() => undefined);
    await Promise.resolve();
    expect(posted).toEqual([[{ type: 'click2call', data: { number: '200' } }, origin]]);
  });

  it('S3-1: speaks with another origin where the page leads to one', () => {
    const { phone, iframe, deliver } = embedded({ origin: 'https://phone.example/path' });
    expect(iframe?.allow).toContain('microphone https://phone.example;');
    deliver(logged());
    expect(phone.connection.value.status).toBe('connecting');
    deliver(logged(), 'https://phone.example');
    expect(phone.connection.value.status).toBe('ready');
  });

  it('S3-1: takes https, and http of this machine', () => {
    for (const safe of [
      'https://phone.example',
      'http://localhost:1',
      'http://phone.localhost',
      'http://127.0.0.1',
      'http://[::1]:8080/x',
    ]) {
      expect(kunzite({ url: safe }).name).toBe('Kunzite');
    }
    for (const wrong of [
      'http://phone.example',
      'http://127.0.0.1.evil.example',
      'http://localhost.evil.example',
      '/softphone',
      'javascript:alert(1)',
      '',
    ]) {
      expect(() => kunzite({ url: wrong })).toThrow(/https/);
      expect(() => kunzite({ url, origin: wrong })).toThrow(/https/);
    }
  });

  it.each([0, -1, 1.5, NaN])('S3-24: refuses a chunk of %d contacts', (chunk) => {
    expect(() => kunzite({ url, contacts: { chunk } })).toThrow(/chunk/);
  });
});
