import type { Activity } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { settle } from './settle.js';

const historyOf = (subject: string): readonly Activity[] => [{ id: '1', subject, at: 1_000 }];

/** A contact's history, which is fetched because a component shows it. */
export function bindingActivities(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'a contact’s history is fetched once when it is first shown, and pending until it is there',
      check: () =>
        inScene(async ({ phone, provide }) => {
          provide.holds = true;
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          demandSame(provide.asked.map(({ id }) => id).join(), 'ann', 'who was asked for');
          demandSame(mounted.current().pending, true, 'pending before the answer');
          demandSame(mounted.current().activities.length, 0, 'activities before the answer');
          await driver.act(() => provide.asked[0]?.answer(historyOf('Visit')));
          demandSame(mounted.current().pending, false, 'pending after the answer');
          demandSame(mounted.current().activities[0]?.subject, 'Visit', 'the history');
          demandSame(provide.asked.length, 1, 'requests');
          await mounted.unmount();
        }),
    },
    {
      name: 'two who look at one contact’s history share it, and one stays when the other goes',
      check: () =>
        inScene(async ({ phone, provide }) => {
          const first = await driver.mount(phone, 'activities', 'ann');
          const second = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          demandSame(provide.asked.length, 1, 'requests');
          demandSame(second.current().activities, first.current().activities, 'what the other shows');
          await first.unmount();
          await driver.act(() => provide.contacts.changes$.next());
          demandSame(provide.asked.length, 2, 'requests after the contacts changed');
          await second.unmount();
        }),
    },
    {
      name: 'a contact’s history is fetched anew by refresh and when contacts change, until nobody looks',
      check: () =>
        inScene(async ({ phone, provide, observed }) => {
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          provide.history = historyOf('Offer');
          await driver.act(async () => void (await mounted.current().refresh()));
          demandSame(mounted.current().activities[0]?.subject, 'Offer', 'the history after refresh');
          provide.history = historyOf('Order');
          await driver.act(() => provide.contacts.changes$.next());
          demandSame(mounted.current().activities[0]?.subject, 'Order', 'the history after a change');
          demandSame(provide.asked.length, 3, 'requests');
          await mounted.unmount();
          await driver.act(() => provide.contacts.changes$.next());
          demandSame(provide.asked.length, 3, 'requests after nobody looks');
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'the answer of an older request for a history does not replace that of a newer one',
      check: () =>
        inScene(async ({ phone, provide }) => {
          provide.holds = true;
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(() => void mounted.current().refresh());
          const [older, newer] = provide.asked;
          demandSame(older?.signal.aborted, true, 'the older request is given up');
          await driver.act(() => newer?.answer(historyOf('Newer')));
          await driver.act(() => older?.answer(historyOf('Older')));
          demandSame(mounted.current().activities[0]?.subject, 'Newer', 'the history');
          demandSame(mounted.current().pending, false, 'pending');
          await mounted.unmount();
        }),
    },
    {
      name: 'another contact’s history takes the place of the first, whichever answer comes last',
      check: () =>
        inScene(async ({ phone, provide }) => {
          provide.holds = true;
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          await mounted.setId('ben');
          await driver.act(settle);
          const [ann, ben] = provide.asked;
          demandSame(ben?.id, 'ben', 'who was asked for');
          await driver.act(() => ben?.answer(historyOf('Of Ben')));
          await driver.act(() => ann?.answer(historyOf('Of Ann')));
          demandSame(mounted.current().activities[0]?.subject, 'Of Ben', 'the history');
          demandSame(provide.asked.length, 2, 'requests');
          await mounted.unmount();
        }),
    },
    {
      name: 'what fails to fetch a history is in lastError, rejects nothing, and keeps what was there',
      check: () =>
        inScene(async ({ phone, provide }) => {
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          const before = mounted.current().activities;
          provide.refuses = new Error('The host is down.');
          let ok: boolean | undefined;
          await driver.act(async () => ({ ok } = await mounted.current().refresh()));
          demandSame(ok, false, 'the outcome');
          demandSame(mounted.current().lastError?.cause, provide.refuses, 'the cause of lastError');
          demandSame(mounted.current().activities, before, 'the history');
          provide.refuses = undefined;
          await driver.act(async () => void (await mounted.current().refresh()));
          demandSame(mounted.current().lastError, undefined, 'lastError after it went well');
          await mounted.unmount();
        }),
    },
    {
      name: 'a history that can’t be fetched when it is first shown says so',
      check: () =>
        inScene(async ({ phone, provide }) => {
          provide.refuses = new Error('The host is down.');
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          demandSame(mounted.current().lastError?.cause, provide.refuses, 'the cause of lastError');
          demandSame(mounted.current().pending, false, 'pending');
          demandSame(provide.asked.length, 1, 'requests');
          await mounted.unmount();
        }),
    },
    {
      name: 'an activity is opened in the host’s system',
      check: () =>
        inScene(async ({ phone, provide }) => {
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          const [visit] = mounted.current().activities;
          demand(visit !== undefined, 'there is no history');
          await driver.act(async () => void (await mounted.current().open(visit)));
          demandSameList(provide.opened, [visit], 'what was opened');
          await mounted.unmount();
        }),
    },
    {
      name: 'a history is fetched neither on a server nor for nobody',
      check: () =>
        inScene(async ({ phone, provide }) => {
          await driver.renderOnServer(phone, 'activities', 'ann');
          await settle();
          demandSame(provide.asked.length, 0, 'requests of a server');
          const mounted = await driver.mount(phone, 'activities', '');
          await driver.act(settle);
          demandSame(provide.asked.length, 0, 'requests for nobody');
          await mounted.setId('ann');
          await driver.act(settle);
          demandSame(mounted.current().activities[0]?.subject, 'Visit', 'the history of somebody');
          await mounted.unmount();
        }),
    },
    {
      name: 'an answer that comes after its component was unmounted harms nobody',
      check: () =>
        inScene(async ({ phone, provide, observed }) => {
          provide.holds = true;
          const mounted = await driver.mount(phone, 'activities', 'ann');
          await driver.act(settle);
          await mounted.unmount();
          await driver.act(() => provide.asked[0]?.answer(historyOf('Late')));
          demandSameList(observed(), [], 'observers');
          const next = await driver.mount(phone, 'activities', 'ann');
          await driver.act(() => provide.asked.at(-1)?.answer(historyOf('Visit')));
          demandSame(next.current().activities[0]?.subject, 'Visit', 'what the next one shows');
          await next.unmount();
        }),
    },
  ];
}
