import type { CustomerPage } from '../support/livechat/customerPage.js';
import { expect, test as base } from '../support/livechat/test.js';

const ids = ['loans', 'cards', 'travel'] as const;

interface Session {
  readonly clientId: string;
  readonly agents?: readonly { readonly name: string; readonly id: string; readonly index: number }[] | null;
  readonly trans: readonly Readonly<Record<string, string>>[];
}

/** A customer who talks with three agents at once; `sids` by client id. */
const test = base.extend<{
  readonly three: { readonly ada: CustomerPage; readonly sids: Readonly<Record<string, string>> };
}>({
  three: async ({ chatDesk, openPage }, use) => {
    const ada = await openPage({ includes: ['multichat=true'], api: 'multilivechat' });
    await ada.call('Open');
    await ada.until('OnOpenFailed', 'NoSessionFound');
    const sids: Record<string, string> = {};
    for (const [index, clientId] of ids.entries()) {
      const act = await chatDesk.agent(`Agent ${clientId}`);
      await ada.call('Start', { eCustName: 'Ada' }, '', clientId);
      await expect.poll(() => ada.told('OnStartSuccess')).toHaveLength(index + 1);
      const sid = (await chatDesk.chats()).find((chat) => chat.clientId === clientId)?.sid ?? '';
      await act('accept', { chat: sid });
      sids[clientId] = sid;
    }
    await expect.poll(() => ada.told('OnRemoteUserConnected')).toHaveLength(ids.length);
    await use({ ada, sids });
  },
});

test('T-185, T-189: one page has three chats with three agents, each by its client id', async ({
  chatDesk,
  three,
}) => {
  const chats = await chatDesk.chats();
  expect(chats.map(({ clientId }) => clientId)).toEqual([...ids]);
  expect(chats.map(({ agents }) => agents.map(({ name }) => name))).toEqual(ids.map((id) => [`Agent ${id}`]));
  expect(new Set(Object.values(three.sids)).size).toBe(3);
});

test('T-191: the client id comes after the documented arguments of OnStartSuccess and OnRemoteUserConnected', async ({
  three: { ada },
}) => {
  expect((await ada.toldWhole('OnStartSuccess')).map(([clientId]) => clientId)).toEqual([...ids]);
  expect(
    (await ada.toldWhole('OnRemoteUserConnected')).map(([name, , , clientId]) => [name, clientId]),
  ).toEqual(ids.map((id) => [`Agent ${id}`, id]));
});

test('T-188: messages, app messages and typing go to the chat that Sid names, and to no other', async ({
  chatDesk,
  three: { ada, sids },
}) => {
  await ada.call('SendMessage', 'About cards', sids['cards']);
  await ada.call('SendAppMessage', 'form', {}, sids['travel']);
  await ada.call('NotifyTypingStateChange', 0, sids['loans']);
  await ada.until('OnEcho', 'About cards');
  const said = (await chatDesk.chats()).map(({ clientId, trans }) => [
    clientId,
    trans.flatMap(({ msg }) => msg ?? []),
  ]);
  expect(said).toEqual([
    ['loans', []],
    ['cards', ['About%20cards']],
    ['travel', []],
  ]);
});

test('T-190: Sid comes after the documented arguments of the other events', async ({
  chatDesk,
  three: { ada, sids },
}) => {
  const sid = sids['cards'];
  const agent = await chatDesk.agent('Agent cards');
  await chatDesk.agent('Bob');
  await ada.call('SendMessage', 'Hello', sid);
  await agent('say', { text: 'Hello Ada' });
  await agent('type', { text: 'start' });
  await agent('app', { text: 'form' });
  await agent('callback', { text: '+65 6123 4567' });
  await agent('invite', { to: 'Bob' });
  await agent('leave', { text: 'Bye' });
  await expect.poll(() => ada.told('OnConferenceUserLeft')).toHaveLength(1);
  const last = async (name: Parameters<typeof ada.toldWhole>[0], from: number): Promise<unknown> =>
    (await ada.toldWhole(name)).at(-1)?.[from];
  expect(await ada.toldWhole('OnCallQueued')).toContainEqual(expect.arrayContaining([1, sid]));
  expect(await last('OnEcho', 1)).toBe(sid);
  expect(await last('OnMessageReceived', 1)).toBe(sid);
  expect(await last('OnTypingStateChanged', 1)).toBe(sid);
  expect(await last('OnAppMessageReceived', 2)).toBe(sid);
  expect(await last('OnCallbackRequestStatus', 2)).toBe(sid);
  expect(await last('OnConferenceUserLeft', 2)).toBe(sid);
  await ada.call('End', 'enough', sid);
  await expect.poll(() => ada.told('OnEnd')).toHaveLength(1);
  expect((await ada.toldWhole('OnEnd'))[0]?.slice(0, 3)).toEqual(['client', 'enough', sid]);
  // Before there is a chat there is no Sid: the client id says which start it was.
  await ada.call('Start', {}, '', 'loans');
  await expect.poll(() => ada.told('OnStartFailed')).toHaveLength(1);
  expect((await ada.toldWhole('OnStartFailed'))[0]?.slice(0, 3)).toEqual([
    'AlreadyStartedAndInSession',
    undefined,
    'loans',
  ]);
});

test('T-186, T-187: opening gives all of them as an array, each with its client id', async ({
  openPage,
  three: { ada, sids },
}) => {
  await ada.call('SendMessage', 'About cards', sids['cards']);
  await ada.until('OnEcho', 'About cards');
  const tab = await openPage({ includes: ['', 'multichat=true'], api: 'multilivechat' });
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  const [[sessions]] = (await tab.told('OnOpenSuccess')) as [[readonly Session[]]];
  expect(sessions.map(({ clientId }) => clientId)).toEqual([...ids]);
  expect(sessions.map(({ agents }) => agents?.[0]?.name)).toEqual(ids.map((id) => `Agent ${id}`));
  expect(sessions[1]?.trans.map(({ type }) => type)).toEqual(['connect', 'msg']);
});

test('T-192: End without more ends all chats of the page, and the other functions work as they are', async ({
  chatDesk,
  three: { ada },
}) => {
  await ada.call('RequestCallback', '+65 6123 4567');
  await ada.until('OnCallbackRequestStatus', true, true);
  await ada.call('End', 'all done');
  await expect.poll(() => ada.told('OnEnd')).toEqual(ids.map(() => ['client', 'all done']));
  expect((await chatDesk.chats()).map(({ state }) => state)).toEqual(ids.map(() => 'ended'));
  await ada.call('Open');
  await expect.poll(() => ada.told('OnOpenFailed')).toHaveLength(2);
  expect((await ada.told('OnOpenFailed')).at(-1)).toEqual(['NoSessionFound']);
});
