import type { Contact, Outcome } from '@offhook/core';
import type { FakeContacts } from '../fakeContacts.js';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { barePhone, inScene } from './bindingScene.js';
import { demandSame, demandSameList } from './demand.js';
import { settle } from './settle.js';

const idsOf = (contacts: readonly Contact[]): string => contacts.map(({ id }) => id).join();

/** Who was looked for in a search box; the calls of the scene look for theirs, too. */
const searched = ({ asked }: FakeContacts) => asked.filter(({ kind }) => kind === 'search');

/** The host's contacts, which are searched because a component has what somebody has typed. */
export function bindingSearch(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'contacts are searched for what was typed, once, and pending until they are there',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          contacts.holds = true;
          const mounted = await driver.mount(phone, 'contactSearch', 'lee');
          await driver.act(settle);
          demandSame(
            searched(contacts)
              .map(({ query }) => query)
              .join(),
            'lee',
            'searches',
          );
          demandSame(mounted.current().pending, true, 'pending before the answer');
          demandSame(mounted.current().contacts.length, 0, 'contacts before the answer');
          await driver.act(() => searched(contacts)[0]?.answer(contacts.contacts));
          demandSame(mounted.current().pending, false, 'pending after the answer');
          demandSame(mounted.current().contacts, contacts.contacts, 'the contacts');
          await mounted.unmount();
        }),
    },
    {
      name: 'what another query finds takes the place of what was found, which stays while the host looks',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactSearch', 'lee');
          await driver.act(settle);
          contacts.holds = true;
          await mounted.setId('joan');
          await driver.act(settle);
          demandSame(idsOf(mounted.current().contacts), 'ann,joan', 'what is shown while the host looks');
          demandSame(mounted.current().pending, true, 'pending while the host looks');
          await driver.act(() => searched(contacts)[1]?.answer(contacts.contacts.slice(1)));
          demandSame(idsOf(mounted.current().contacts), 'joan', 'what is shown then');
          demandSame(mounted.current().pending, false, 'pending then');
          await mounted.unmount();
        }),
    },
    {
      name: 'a search for another query is given up, and its answer replaces nothing, be it the last to come',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          contacts.holds = true;
          const mounted = await driver.mount(phone, 'contactSearch', 'ann');
          await driver.act(settle);
          await mounted.setId('joan');
          await driver.act(settle);
          const [older, newer] = searched(contacts);
          demandSame(older?.signal.aborted, true, 'the older search is given up');
          demandSame(newer?.signal.aborted, false, 'the newer search is given up');
          await driver.act(() => newer?.answer(contacts.contacts.slice(1)));
          demandSame(mounted.current().pending, false, 'pending, though the older has no answer');
          await driver.act(() => older?.answer(contacts.contacts.slice(0, 1)));
          demandSame(idsOf(mounted.current().contacts), 'joan', 'the contacts');
          demandSame(mounted.current().lastError, undefined, 'lastError');
          await mounted.unmount();
        }),
    },
    {
      name: 'another query that is empty finds nobody, and asks nobody',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactSearch', 'lee');
          await driver.act(settle);
          await mounted.setId(' ');
          await driver.act(settle);
          demandSame(mounted.current().contacts.length, 0, 'contacts');
          demandSame(mounted.current().pending, false, 'pending');
          demandSame(searched(contacts).length, 1, 'searches');
          await mounted.unmount();
        }),
    },
    {
      name: 'a search is given up when its component is unmounted, and an answer that comes later harms nobody',
      check: () =>
        inScene(async ({ phone, contacts, observed }) => {
          contacts.holds = true;
          const mounted = await driver.mount(phone, 'contactSearch', 'lee');
          await driver.act(settle);
          await mounted.unmount();
          demandSame(searched(contacts)[0]?.signal.aborted, true, 'the search is given up');
          await driver.act(() => searched(contacts)[0]?.answer(contacts.contacts));
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'a search is done anew when contacts change, until nobody looks',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactSearch', 'lee');
          await driver.act(settle);
          await driver.act(async () => {
            contacts.become(contacts.contacts.slice(1));
            await settle();
          });
          demandSame(idsOf(mounted.current().contacts), 'joan', 'the contacts');
          await mounted.unmount();
          const before = searched(contacts).length;
          await driver.act(() => contacts.become([]));
          demandSame(searched(contacts).length, before, 'searches after nobody looks');
        }),
    },
    {
      name: 'two search boxes know nothing of each other',
      check: () =>
        inScene(async ({ phone }) => {
          const first = await driver.mount(phone, 'contactSearch', 'ann');
          const second = await driver.mount(phone, 'contactSearch', 'joan');
          await driver.act(settle);
          demandSame(idsOf(first.current().contacts), 'ann', 'the first one’s');
          demandSame(idsOf(second.current().contacts), 'joan', 'the second one’s');
          await first.unmount();
          await second.unmount();
        }),
    },
    {
      name: 'a search that the host refuses is in lastError without rejecting, and what was found stays',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactSearch', 'lee');
          await driver.act(settle);
          contacts.refuses = new Error('The host is down.');
          const outcomes: Outcome<readonly Contact[]>[] = [];
          await driver.act(async () => outcomes.push(await mounted.current().search('joan')));
          demandSame(outcomes[0]?.ok, false, 'the outcome');
          demandSame(mounted.current().lastError?.cause, contacts.refuses, 'the cause of lastError');
          demandSame(idsOf(mounted.current().contacts), 'ann,joan', 'the contacts');
          contacts.refuses = undefined;
          await driver.act(async () => outcomes.push(await mounted.current().search('joan')));
          demandSame(mounted.current().lastError, undefined, 'lastError after it went well');
          demandSame(idsOf(mounted.current().contacts), 'joan', 'the contacts found then');
          await mounted.unmount();
        }),
    },
    {
      name: 'contacts are searched neither on a server nor for nobody',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          await driver.renderOnServer(phone, 'contactSearch', 'lee');
          await settle();
          const mounted = await driver.mount(phone, 'contactSearch', '');
          await driver.act(settle);
          demandSame(searched(contacts).length, 0, 'searches');
          await mounted.unmount();
        }),
    },
    {
      name: 'without the host’s contacts a search says why it fails without rejecting, and a number has nobody',
      check: async () => {
        const { phone } = barePhone();
        const box = await driver.mount(phone, 'contactSearch', 'lee');
        const match = await driver.mount(phone, 'contactMatch', '+12165550181');
        await driver.act(settle);
        demandSame(box.current().lastError?.code, 'not-supported', 'lastError');
        demandSame(box.current().pending, false, 'pending');
        demandSame(match.current().status, 'none', 'the match');
        for (const mounted of [box, match]) await mounted.unmount();
        phone.close();
      },
    },
  ];
}
