import { OffhookError, type CallAction, type Outcome } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene, type BindingScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { settle } from './settle.js';

type Doable = Readonly<Record<CallAction, (argument: string) => Promise<Outcome>>>;

/** How to bring the scene to where an action can be done, and with which call. */
const actions: Readonly<Record<CallAction, (scene: BindingScene) => string>> = {
  answer: ({ ringing }) => ringing.id,
  reject: ({ ringing }) => ringing.id,
  forward: ({ ringing }) => ringing.id,
  toVoicemail: ({ ringing }) => ringing.id,
  hangUp: ({ active }) => active.id,
  hold: ({ active }) => active.id,
  resume: ({ active }) => (active.hold(), active.id),
  mute: ({ active }) => active.id,
  unmute: ({ active }) => (active.mute(), active.id),
  sendDtmf: ({ active }) => active.id,
  transfer: ({ active }) => active.id,
  startRecording: ({ active }) => active.id,
  stopRecording: ({ active }) => (active.report({ recording: 'on' }), active.id),
};

/** What an action takes beside the call. */
const argument: Readonly<Partial<Record<CallAction, readonly [key: string, value: string]>>> = {
  sendDtmf: ['digits', '1#'],
  transfer: ['to', '+12165550190'],
  forward: ['to', '+12165550190'],
};

/** Keeps how a control ended. One that rejects, which none may, leaves nothing to keep. */
function keep(control: Promise<Outcome>, outcomes: Outcome[]): void {
  control.then(
    (outcome) => outcomes.push(outcome),
    () => {},
  );
}

const refusal = (): OffhookError =>
  new OffhookError('vendor-error', 'The vendor says no.', { vendorCode: '486' });

/** The controls of a call give commands, never reject, and say what became of them. */
export function bindingCallControls(driver: BindingDriver): Behaviour[] {
  return [
    ...(Object.keys(actions) as CallAction[]).map((action): Behaviour => ({
      name: `call: ${action} gives the command, and tells how it ended`,
      check: () =>
        inScene(async (scene) => {
          const callId = actions[action](scene);
          const mounted = await driver.mount(scene.phone, 'call', callId);
          demandSame(mounted.current().can[action].allowed, true, `can ${action}`);
          const [key, value] = argument[action] ?? [undefined, ''];
          const outcomes: Outcome[] = [];
          await driver.act(async () => {
            outcomes.push(await (mounted.current() as Doable)[action](value));
          });
          const expected = { type: `call.${action}`, callId, ...(key !== undefined && { [key]: value }) };
          demandSame(JSON.stringify(scene.line.sent), JSON.stringify([expected]), 'commands');
          demandSame(outcomes[0]?.ok, true, 'the outcome');
          await mounted.unmount();
        }),
    })),
    {
      name: 'a control is pending while it is under way, and a refusal becomes lastError, not a rejection',
      check: () =>
        inScene(
          async ({ phone, line, ringing }) => {
            const mounted = await driver.mount(phone, 'call', ringing.id);
            demandSame(mounted.current().pending, false, 'pending at first');
            const outcomes: Outcome[] = [];
            await driver.act(() => {
              keep(mounted.current().answer(), outcomes);
            });
            demandSame(mounted.current().pending, true, 'pending under way');
            const error = refusal();
            await driver.act(() => line.refuse(error));
            await settle();
            demandSame(mounted.current().pending, false, 'pending afterwards');
            demandSame(mounted.current().lastError, error, 'lastError');
            const [outcome] = outcomes;
            demand(outcome?.ok === false && outcome.error === error, 'the outcome does not tell the error');
            await driver.act(() => {
              keep(mounted.current().answer(), []);
            });
            demandSame(
              mounted.current().lastError,
              undefined,
              'lastError once the next command is under way',
            );
            await driver.act(() => line.acknowledge());
            demandSame(mounted.current().pending, false, 'pending after the vendor acknowledged');
            await mounted.unmount();
          },
          { response: 'wait' },
        ),
    },
    {
      name: 'a control of no call fails without rejecting',
      check: () =>
        inScene(async ({ phone, line }) => {
          const mounted = await driver.mount(phone, 'call', 'fake:nobody');
          const outcomes: Outcome[] = [];
          await driver.act(async () => {
            outcomes.push(await mounted.current().hangUp());
          });
          demandSame(outcomes[0]?.ok, false, 'the outcome');
          demand(mounted.current().lastError instanceof OffhookError, 'lastError is no OffhookError');
          demandSame(line.sent.length, 0, 'commands');
          await mounted.unmount();
        }),
    },
    {
      name: 'controls stay the same functions from one update to the next',
      check: () =>
        inScene(async ({ phone, active }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          const { hold, mute, transfer } = mounted.current();
          await driver.act(() => active.mute());
          const next = mounted.current();
          demand(next.hold === hold && next.mute === mute && next.transfer === transfer, 'other functions');
          await mounted.unmount();
        }),
    },
    {
      name: 'an action that has become impossible says so with a reason',
      check: () =>
        inScene(async ({ phone, line, active }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          demandSame(mounted.current().can.hold.allowed, true, 'can hold');
          await driver.act(() =>
            line.emit({ type: 'capabilities', blocked: { 'call.hold': 'Not on this plan.' } }),
          );
          const { hold } = mounted.current().can;
          demand(!hold.allowed && hold.text === 'Not on this plan.', 'can hold does not tell the reason');
          await mounted.unmount();
        }),
    },
    {
      name: 'a command that ends after its component was unmounted harms nobody',
      check: () =>
        inScene(
          async ({ phone, line, ringing, observed }) => {
            const mounted = await driver.mount(phone, 'call', ringing.id);
            const outcomes: Outcome[] = [];
            await driver.act(() => {
              keep(mounted.current().answer(), outcomes);
            });
            await mounted.unmount();
            await driver.act(() => line.acknowledge());
            await settle();
            demandSame(outcomes[0]?.ok, true, 'the outcome');
            demandSameList(observed(), [], 'observers');
          },
          { response: 'wait' },
        ),
    },
  ];
}
