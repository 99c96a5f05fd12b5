import type { EventType, StreamName } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { barePhone, inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { settle } from './settle.js';

/** The agent's standing with the host's system, the host's settings, and what all that the host provides has in common. */
export function bindingHost(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'the agent’s standing follows the host’s, and is toggled by its handler',
      check: () =>
        inScene(async ({ phone, provide }) => {
          const { status } = provide.authorization;
          const mounted = await driver.mount(phone, 'authorization');
          demandSame(mounted.current().account, 'kim@example.com', 'the account');
          await driver.act(async () => void (await mounted.current().toggle()));
          demandSame(status.value.authorized, false, 'what the host has');
          demandSame(mounted.current().authorized, false, 'authorized');
          demandSame(mounted.current().account, undefined, 'the account when signed out');
          await driver.act(() => status.set({ authorized: true, account: 'lee@example.com' }));
          demandSame(mounted.current().account, 'lee@example.com', 'the account of another');
          await driver.act(async () => void (await mounted.current().toggle()));
          demandSame(mounted.current().authorized, false, 'authorized after another toggle');
          await mounted.unmount();
        }),
    },
    {
      name: 'the host’s settings follow its values, and one is changed by its handler',
      check: () =>
        inScene(async ({ phone, provide }) => {
          const { values } = provide.settings;
          const mounted = await driver.mount(phone, 'settings');
          await driver.act(async () => void (await mounted.current().change('pop', false)));
          const [pop] = values.value;
          demandSame(pop?.type === 'boolean' && pop.value, false, 'what the host has');
          demandSame(mounted.current().settings, values.value, 'the settings');
          await driver.act(() =>
            values.set([{ id: 'sign', name: 'Signature', type: 'text', value: 'Kim', readOnly: true }]),
          );
          demandSame(mounted.current().settings, values.value, 'other settings');
          for (const id of ['pop', 'sign']) {
            await driver.act(async () => void (await mounted.current().change(id, 'Lee')));
            demandSame(mounted.current().lastError?.code, 'invalid-argument', `lastError of ${id}`);
          }
          await mounted.unmount();
        }),
    },
    {
      name: 'what the host’s handlers refuse is in lastError without rejecting, and changes nothing',
      check: () =>
        inScene(async ({ phone, provide }) => {
          const standing = await driver.mount(phone, 'authorization');
          const settings = await driver.mount(phone, 'settings');
          const before = settings.current().settings;
          provide.refuses = new Error('The host is down.');
          const outcomes: boolean[] = [];
          await driver.act(async () => outcomes.push((await standing.current().toggle()).ok));
          await driver.act(async () => outcomes.push((await settings.current().change('pop', false)).ok));
          demandSameList(outcomes, [false, false], 'the outcomes');
          demandSame(standing.current().lastError?.cause, provide.refuses, 'the cause for the standing');
          demandSame(settings.current().lastError?.cause, provide.refuses, 'the cause for the settings');
          demandSame(standing.current().authorized, true, 'authorized');
          demandSame(settings.current().settings, before, 'the settings');
          await standing.unmount();
          await settings.unmount();
        }),
    },
    {
      name: 'where the host provides nothing there is nothing to show, and controls say so without rejecting',
      check: async () => {
        const { phone } = barePhone();
        const history = await driver.mount(phone, 'activities', 'ann');
        const standing = await driver.mount(phone, 'authorization');
        const settings = await driver.mount(phone, 'settings');
        await driver.act(settle);
        demandSame(history.current().activities.length, 0, 'activities');
        demandSame(history.current().lastError, undefined, 'lastError before anybody asks');
        demandSame(standing.current().authorized, true, 'authorized');
        demandSame(settings.current().settings.length, 0, 'settings');
        await driver.act(async () => void (await history.current().refresh()));
        await driver.act(async () => void (await standing.current().toggle()));
        await driver.act(async () => void (await settings.current().change('pop', true)));
        demandSame(history.current().lastError?.code, 'not-supported', 'lastError of the history');
        demandSame(standing.current().lastError?.code, 'not-supported', 'lastError of the standing');
        demandSame(settings.current().lastError?.code, 'invalid-argument', 'lastError of the settings');
        for (const mounted of [history, standing, settings]) await mounted.unmount();
        phone.close();
      },
    },
    ...hostStreams.map((name) => sameFunctions(driver, name)),
    {
      name: 'a handler is told of what changes with the host, and sees it',
      check: () =>
        inScene(async ({ phone, change, active }) => {
          const told: string[] = [];
          const types = [
            'authorization.changed',
            'settings.changed',
            'contacts.changed',
            'log.changed',
          ] as const;
          const handlers = [];
          for (const type of types satisfies readonly EventType[]) {
            handlers.push(
              await driver.mountHandler(phone, type, (event) => {
                const log = phone.calls.get(active.id).value?.log.status;
                told.push(event.type === 'log.changed' ? `${event.type}: ${log}` : event.type);
              }),
            );
          }
          await driver.act(() => {
            for (const name of ['authorization', 'settings', 'activities', 'callLog'] as const) change(name);
          });
          demandSame(
            told.join(),
            'authorization.changed,settings.changed,contacts.changed,log.changed: saved',
            'events told',
          );
          for (const mounted of handlers) await mounted.unmount();
        }),
    },
  ];
}

const hostStreams = [
  'activities',
  'contactSearch',
  'contactImport',
  'widget',
  'devices',
  'callLog',
  'authorization',
  'settings',
] as const satisfies readonly StreamName[];

function sameFunctions(driver: BindingDriver, name: (typeof hostStreams)[number]): Behaviour {
  return {
    name: `${name}: controls stay the same functions from one update to the next`,
    check: () =>
      inScene(async ({ phone, idFor, change }) => {
        const mounted = await driver.mount(phone, name, idFor(name));
        await driver.act(settle);
        const before = Object.entries(mounted.current()).filter(([, value]) => typeof value === 'function');
        demand(before.length > 0, 'there are no functions');
        await driver.act(async () => {
          change(name);
          await settle();
        });
        demand(mounted.updates() > 0, 'nothing was shown anew');
        const now: Readonly<Record<string, unknown>> = { ...mounted.current() };
        for (const [key, act] of before) demand(now[key] === act, `${key} is another function`);
        await mounted.unmount();
      }),
  };
}
