import type { CustomerPage } from '../support/livechat/customerPage.js';
import type { AgentAction, AgentWords } from '../support/livechat/desk.js';
import { expect, test as base } from '../support/livechat/test.js';

type Act = (action: AgentAction, words?: AgentWords) => Promise<void>;

/** A customer and Ann, talking. */
const test = base.extend<{ readonly talk: { readonly ada: CustomerPage; readonly ann: Act } }>({
  talk: async ({ chatDesk, customer }, use) => {
    const ann = await chatDesk.agent('Ann');
    await customer.begin({ eCustName: 'Ada', eMobileNo: '+65 6123 4567' });
    await customer.until('OnStartSuccess');
    await ann('accept');
    await customer.until('OnRemoteUserConnected');
    await use({ ada: customer, ann });
  },
});

test('T-149: who takes the chat is told with name, id and the chat’s id, again after a transfer', async ({
  chatDesk,
  talk: { ada, ann },
}) => {
  const { sid, agents } = await chatDesk.chat();
  expect(await ada.told('OnRemoteUserConnected')).toEqual([['Ann', agents[0]?.id, sid]]);
  await chatDesk.agent('Bob');
  await ann('transfer', { to: 'Bob' });
  await ada.until('OnRemoteUserConnected', 'Bob', (await chatDesk.chat()).agents[0]?.id, sid);
});

test('T-163: an agent’s text comes as it was written', async ({ talk: { ada, ann } }) => {
  const text = 'Größe: 100 %+ <b>& "mehr"</b>\nZeile 2 \u{1f4ac}';
  await ann('say', { text });
  await ada.until('OnMessageReceived', text);
});

test('T-70, T-164: what the customer writes comes back as an echo, in its order', async ({
  chatDesk,
  talk: { ada },
}) => {
  const texts = Array.from({ length: 20 }, (_, index) => `line ${index} 100% + &`);
  await ada.page.evaluate((all) => {
    const api = Reflect.get(window, 'livechat') as { SendMessage(text: string): void };
    for (const text of all) api.SendMessage(text);
  }, texts);
  await expect.poll(() => ada.told('OnEcho')).toEqual(texts.map((text) => [text]));
  const { trans } = await chatDesk.chat();
  const said = trans.filter(({ by }) => by === 'c').map(({ msg = '' }) => decodeURIComponent(msg));
  expect(said).toEqual(texts);
});

test('T-71: an id tracks a message: sent twice it is one, and the echo names it', async ({
  talk: { ada },
}) => {
  await ada.call('SendMessage', 'Only once', 'my-id-1');
  await ada.until('OnEcho', 'Only once');
  await ada.call('SendMessage', 'Only once', 'my-id-1');
  await ada.call('SendMessage', 'After it', 'my-id-2');
  await ada.until('OnEcho', 'After it');
  expect((await ada.toldWhole('OnEcho')).map(([text, id]) => [text, id])).toEqual([
    ['Only once', 'my-id-1'],
    ['After it', 'my-id-2'],
  ]);
});

test('T-72, T-162: app messages go both ways, an agent’s as text with their name', async ({
  talk: { ada, ann },
}) => {
  await ada.call('SendAppMessage', 'form', { fields: [1, 'two', null], done: true });
  await ann('app', { text: 'open the form' });
  await ada.until('OnAppMessageReceived', 'Ann', 'open the form');
  // Nothing of it is a message.
  expect(await ada.told('OnEcho')).toEqual([]);
  expect(await ada.told('OnMessageReceived')).toEqual([]);
});

test('T-73, T-165: typing is told as 0 and 1', async ({ talk: { ada, ann } }) => {
  await ann('type', { text: 'start' });
  await ada.until('OnTypingStateChanged', 0);
  await ann('type', { text: 'stop' });
  await ada.until('OnTypingStateChanged', 1);
  await ada.call('NotifyTypingStateChange', 0);
  await ada.call('NotifyTypingStateChange', 1);
  await ada.call('SendMessage', 'Typed');
  await ada.until('OnEcho', 'Typed');
  // Not to the one who types.
  expect(await ada.told('OnTypingStateChanged')).toEqual([[0], [1]]);
});

test('T-166: who leaves a conference is told, with a text', async ({ chatDesk, talk: { ada, ann } }) => {
  const bob = await chatDesk.agent('Bob');
  await ann('invite', { to: 'Bob' });
  await expect.poll(() => ada.told('OnRemoteUserConnected')).toHaveLength(2);
  await bob('leave', { text: 'Bob has to go' });
  await ada.until('OnConferenceUserLeft', 'Bob', 'Bob has to go');
  expect((await chatDesk.chat()).agents.map(({ name }) => name)).toEqual(['Ann']);
});

test('T-74, T-158: a callback that the customer asks for, and one that the agent records', async ({
  talk: { ada, ann },
}) => {
  await ada.call('RequestCallback', '+65 6123 4567');
  await ada.until('OnCallbackRequestStatus', true, true);
  await ada.call('RequestCallback', 'not a number');
  await ada.until('OnCallbackRequestStatus', true, false);
  await ann('callback');
  await ada.until('OnCallbackRequestStatus', false, true);
});

test('T-167: a customer who comes again gets the chats of before, after the place in the queue', async ({
  chatDesk,
  openPage,
}) => {
  const ann = await chatDesk.agent('Ann');
  const details = { eCin: 'C-1815' };
  const first = await openPage();
  await first.begin(details);
  await ann('accept');
  await ann('say', { text: 'The first time' });
  await first.until('OnMessageReceived', 'The first time');
  expect(await first.names()).not.toContain('OnHistoryReceived');
  await first.call('End');
  await first.until('OnEnd');
  await first.call('Start', details, '');
  await first.until('OnHistoryReceived');
  const names = await first.names();
  expect(names.lastIndexOf('OnHistoryReceived')).toBeGreaterThan(names.lastIndexOf('OnCallQueued'));
  const told = JSON.stringify(await first.told('OnHistoryReceived'));
  expect(told).toContain(encodeURIComponent('The first time'));
  expect(await first.told('OnHistoryReceived')).toHaveLength(1);
});
