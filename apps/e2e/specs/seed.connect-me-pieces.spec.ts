import {
  call,
  hangUpAdapted,
  password,
  rejectBroken,
  script,
  sessionsBroken,
  state,
  test,
  told,
} from '../support/connectMeHost.js';
import { shapeOf } from '../support/shapeOf.js';
import { expect, numbers } from '../support/test.js';

test.describe('the pieces before it', () => {
  test('S0-1, S0-2, S0-3: the frame alone, and the widget in it asks', async ({
    openFrame,
    page,
    simulator,
    widget,
  }) => {
    await openFrame();
    await expect(state(widget)).toHaveText('Signed out');
    await expect.poll(() => simulator.frames('out')).toEqual(['capabilitiesRequest']);
    const allowed = await page.locator('#connect-me').getAttribute('allow');
    expect(allowed?.match(/\w+(?= \*;)/g)).toEqual(['camera', 'microphone', 'fullscreen']);
  });

  test('S0-7, S0-11, S0-12: answered, the widget prints that it knows, and is ready', async ({
    host,
    openFrame,
    seed,
    simulator,
  }) => {
    await openFrame(script(seed.script('Capabilities & Ready')));
    await expect.poll(() => host.lines).toContain('GOT-CAPABILITIES');
    await expect.poll(() => simulator.frames('out')).toEqual(['capabilitiesRequest', { event: 'ready' }]);
    expect(host.errors).toEqual([]);
  });

  test.describe('logged in', () => {
    test.beforeEach(async ({ openFrame, seed, widget }) => {
      await openFrame(
        script(seed.script('Capabilities & Ready')),
        script(seed.script('Logging in'), { adapted: [password] }),
        script(seed.script('sessionStatusUpdate'), { broken: sessionsBroken }),
      );
      await expect(state(widget)).toHaveText('Softphone registered');
    });

    test('S0-0a, S0-13, S0-30: the registration follows, as it is printed', async ({ seed, simulator }) => {
      await expect
        .poll(() => simulator.frames('out'))
        .toEqual([
          'capabilitiesRequest',
          { event: 'ready' },
          { event: 'login' },
          seed.printed('SIP Connectivity'),
        ]);
    });

    test('S0-17, S0-27, S0-28: sessions are told of, in the shape of the printed ones', async ({
      host,
      seed,
      simulator,
    }) => {
      const id = await simulator.ring(numbers.ada, 'Ada Lovelace');
      await simulator.act(id, 'answer', 'agent');
      await expect.poll(() => host.lines).toContainEqual(told(0, 'answered'));
      await simulator.act(id, 'hangup');
      await expect.poll(() => host.lines).toContainEqual(told(0, 'terminated'));
      expect(host.lines).toContainEqual(told(0, 'type SipSession'));
      expect(host.lines).toContainEqual(told(0, `Ada Lovelace <\\${numbers.ada}>`));
      const frames = await simulator.frames('out');
      // The printed ones lack the field that names the event.
      const session = { ...seed.printed('newSession'), event: 'newSession' };
      const update = { ...seed.printed('sessionStatusUpdate'), event: 'sessionStatusUpdate' };
      expect(frames.map(shapeOf)).toContainEqual(shapeOf(session));
      expect(frames.map(shapeOf)).toContainEqual(shapeOf(update));
      expect(frames).toContainEqual({ ...update, id: 0 });
    });

    test('S0-0b, S0-32: dialling makes a call', async ({ host, seed, simulator, widget }) => {
      await host.run({ code: script(seed.script('Start a call')) });
      await expect(call(widget)).toHaveAccessibleName('8001');
      expect((await simulator.frames('in')).at(-1)).toEqual(seed.printed('Start a call'));
      await expect.poll(() => host.lines).toContainEqual(told(0, 'is outgoing call: true'));
    });

    test('S0-33, S0-34: session 1 is answered; to end it is heard only then', async ({
      host,
      seed,
      simulator,
    }) => {
      const hangUp = { code: script(seed.script('Hangup a call'), { adapted: hangUpAdapted }) };
      await simulator.place('inbound', numbers.ada, { vendorId: 1 });
      await expect.poll(() => host.lines).toContainEqual(told(1, 'detected'));
      await host.run(hangUp, { code: script(seed.script('Answer a call')) });
      await expect.poll(() => host.lines).toContainEqual(told(1, 'answered'));
      expect(host.lines).not.toContainEqual(told(1, 'terminated'));
      await host.run(hangUp);
      await expect.poll(() => host.lines).toContainEqual(told(1, 'terminated'));
      const [end, answer] = [seed.printed('Hangup a call'), seed.printed('Answer a call')];
      expect((await simulator.frames('in')).slice(-3)).toEqual([end, answer, end]);
    });

    test('S0-35: session 1 is rejected while it rings', async ({ host, seed, simulator, widget }) => {
      await simulator.place('inbound', numbers.ada, { vendorId: 1 });
      await expect(call(widget)).toHaveCount(1);
      await host.run({ code: script(seed.script('Reject a call'), { broken: rejectBroken }) });
      await expect.poll(() => host.lines).toContainEqual(told(1, 'terminated'));
      await expect(call(widget)).toHaveCount(0);
      expect(host.lines).not.toContainEqual(told(1, 'answered'));
      expect((await simulator.frames('in')).at(-1)).toEqual(seed.printed('Reject a call'));
    });

    test('S0-36: a conversation opens, by the uri of the script', async ({
      host,
      seed,
      simulator,
      widget,
    }) => {
      await host.run({ code: script(seed.script('Open conversation page')) });
      const heading = widget.getByRole('heading', { name: /@127\.0\.0\.1$/ });
      await expect(heading).toBeVisible();
      // The message that is printed above the script has a uri with one zero less.
      expect((await simulator.frames('in')).at(-1)).toEqual({
        ...seed.printed('Open conversation page'),
        uri: await heading.textContent(),
      });
    });
  });
});
