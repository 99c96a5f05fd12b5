import type { Contact } from '@offhook/core';
import type { FakeContacts } from '../fakeContacts.js';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';

const idsOf = (contacts: readonly Contact[]): string => contacts.map(({ id }) => id).join();

const matched = ({ asked }: FakeContacts, number: string) =>
  asked.filter(({ kind, query }) => kind === 'match' && query === number);

const ann = '+12165550181';
const joan = '+12165550182';

/** Who has a number, which is looked up because a component shows it. */
export function bindingMatch(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'who has a number is pending until the host knows, and then one, many or none',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          contacts.holds = true;
          const mounted = await driver.mount(phone, 'contactMatch', ann);
          await driver.act(settle);
          demandSame(mounted.current().status, 'pending', 'before the answer');
          await driver.act(() => matched(contacts, ann)[0]?.answer(contacts.contacts.slice(0, 1)));
          demandSame(mounted.current().status, 'one', 'with one');
          demandSame(idsOf(mounted.current().contacts), 'ann', 'who it is');
          contacts.holds = false;
          const [first, second] = contacts.contacts;
          demand(first !== undefined && second !== undefined, 'there are no contacts');
          await driver.act(async () => {
            contacts.become([first, { ...second, phones: first.phones }]);
            await settle();
          });
          demandSame(mounted.current().status, 'many', 'with two');
          demandSame(idsOf(mounted.current().contacts), 'ann,joan', 'who they are');
          await driver.act(async () => {
            contacts.become([]);
            await settle();
          });
          demandSame(mounted.current().status, 'none', 'with nobody');
          await mounted.unmount();
          const before = matched(contacts, ann).length;
          await driver.act(() => contacts.become([]));
          demandSame(matched(contacts, ann).length, before, 'look-ups after nobody looks');
        }),
    },
    {
      name: 'another number’s contact takes the place of the first, whichever answer comes last',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          contacts.holds = true;
          const mounted = await driver.mount(phone, 'contactMatch', ann);
          await driver.act(settle);
          await mounted.setId(joan);
          await driver.act(settle);
          demandSame(matched(contacts, ann)[0]?.signal.aborted, true, 'the older look-up is given up');
          await driver.act(() => matched(contacts, joan)[0]?.answer(contacts.contacts.slice(1)));
          await driver.act(() => matched(contacts, ann)[0]?.answer(contacts.contacts.slice(0, 1)));
          demandSame(idsOf(mounted.current().contacts), 'joan', 'who it is');
          await mounted.unmount();
        }),
    },
    {
      name: 'a number that can’t be looked up has nobody, and lastError says why',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          contacts.refuses = new Error('The host is down.');
          const mounted = await driver.mount(phone, 'contactMatch', ann);
          await driver.act(settle);
          demandSame(mounted.current().status, 'none', 'the match');
          demandSame(mounted.current().lastError?.cause, contacts.refuses, 'the cause of lastError');
          contacts.refuses = undefined;
          await driver.act(async () => {
            contacts.become(contacts.contacts);
            await settle();
          });
          demandSame(mounted.current().status, 'one', 'the match after the host is back');
          demandSame(mounted.current().lastError, undefined, 'lastError then');
          await mounted.unmount();
        }),
    },
    {
      name: 'a number is looked up neither on a server nor for nobody',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          await driver.renderOnServer(phone, 'contactMatch', ann);
          await settle();
          demandSame(matched(contacts, ann).length, 0, 'look-ups of a server');
          const before = contacts.asked.length;
          const mounted = await driver.mount(phone, 'contactMatch', '');
          await driver.act(settle);
          demandSame(contacts.asked.length, before, 'look-ups for nobody');
          demandSame(mounted.current().status, 'none', 'the match of nobody');
          await mounted.unmount();
        }),
    },
  ];
}
