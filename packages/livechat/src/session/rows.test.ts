import type { NoticeCode, StartCode } from '../index.js';
import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser } from '../testing/browser.js';
import { ada, ben, connectedChat } from '../testing/chatting.js';
import type { Session } from './toSession.js';

/** The customer's details as they came to the server from `Start`. */
async function arrived(customer: Readonly<Record<string, string>>): Promise<unknown> {
  const backEnd = startBackEnd();
  openBrowser(backEnd).page().api.Start({ eCustDetails: customer }, '');
  await backEnd.clock.pass(50);
  return backEnd.desk.requests.flatMap((one) =>
    one.t === 'start' ? [(one.details as { eCustDetails: unknown }).eCustDetails] : [],
  )[0];
}

const passesOn =
  (...names: string[]) =>
  async (): Promise<void> => {
    const customer = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
    expect(await arrived(customer)).toEqual(customer);
  };

test(
  'T-26, T-27, T-28: eRegStatus, eCustName and pChannel go to the server',
  passesOn('eRegStatus', 'eCustName', 'pChannel'),
);
test('T-29, T-30, T-31: pPageTag, pTopic and eCin go to the server', passesOn('pPageTag', 'pTopic', 'eCin'));
test(
  'T-32, T-33, T-34: eAuthStatus, eAuthLevel and pKaiSid go to the server',
  passesOn('eAuthStatus', 'eAuthLevel', 'pKaiSid'),
);
test(
  'T-35, T-36, T-37: eCustSeg, eMobileNo and eEmail go to the server',
  passesOn('eCustSeg', 'eMobileNo', 'eEmail'),
);
test(
  'T-38, T-39, T-40: pBranding, pCountry and pLang go to the server',
  passesOn('pBranding', 'pCountry', 'pLang'),
);
test('T-25, T-41: eKCIN and pAccessToken go to the server', passesOn('eKCIN', 'pAccessToken'));

const refusesWith = (code: StartCode) => async (): Promise<void> => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page();
  backEnd.desk.startFailed = code;
  page.api.Start({});
  await backEnd.clock.pass(50);
  expect(page.told.map(({ name, args }) => [name, ...args])).toEqual([['OnStartFailed', code]]);
};

test('T-129: a start is refused by StartError', refusesWith('StartError'));
test('T-134, P-16: a start is refused by CaptchaDoesNotMatch', refusesWith('CaptchaDoesNotMatch'));
test('T-135, P-16: a start is refused by CaptchaNotFound', refusesWith('CaptchaNotFound'));
test('T-136, P-16: a start is refused by CaptchaIsEmpty', refusesWith('CaptchaIsEmpty'));
test(
  'T-137, P-14: a start is refused by MaxConcurrentSessionCountReached',
  refusesWith('MaxConcurrentSessionCountReached'),
);
test(
  'T-138, P-6: a start that an End overtook is refused by AlreadyEndedSession',
  refusesWith('AlreadyEndedSession'),
);

const notices = (code: NoticeCode) => async (): Promise<void> => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, { type: 'notice', code });
  backEnd.desk.add(sid, { type: 'callback', by: 's', ok: true });
  backEnd.desk.add(sid, { type: 'end', by: 'server', why: 'notice' });
  await pass();
  expect(page.told.map(({ name, args }) => [name, ...args])).toEqual([
    ['OnSystemNotification', code],
    ['OnEnd', 'server', undefined, 'server'],
  ]);
};

test('T-152: ErrorInGetAgentDetails is told, then the end', notices('ErrorInGetAgentDetails'));
test('T-153: ErrorAgentDetails is told, then the end', notices('ErrorAgentDetails'));
test('T-154: NoStaffedAgents is told, then the end', notices('NoStaffedAgents'));
test('T-155: QueueIsTooBig is told, then the end', notices('QueueIsTooBig'));
test('T-156: TimedOutInQueue is told, then the end', notices('TimedOutInQueue'));
test('T-157: InternalServerError is told, then the end', notices('InternalServerError'));

async function session(): Promise<Session> {
  const { backEnd, browser, page, sid, pass } = await connectedChat();
  void page.api.SendMessage('hi there', 'm1');
  await pass();
  backEnd.desk.add(sid, { type: 'connect', agent: ben, how: 'transfer' });
  backEnd.desk.add(sid, { type: 'disconnect', agent: ada, how: 'transfer' });
  const other = browser.page();
  other.api.Open();
  await pass();
  return other.of('OnOpenSuccess')[0]?.[0] as Session;
}

test('T-56, T-57, T-58: agents have name, id and index, of those who are in the chat now', async () => {
  expect((await session()).agents).toEqual([{ name: 'Ben', id: 'b2', index: 2 }]);
});

test('T-60, P-9: a message has by, encoded text and the server’s time', async () => {
  const { trans } = await session();
  expect(trans[1]).toMatchObject({ type: 'msg', by: 'c', msg: 'hi%20there' });
  expect(new Date(trans[1]?.time ?? '').toISOString()).toBe(trans[1]?.time);
});

test('T-61, T-62: each agent who comes or goes has a record', async () => {
  const { trans } = await session();
  expect(trans.filter(({ type }) => type !== 'msg')).toEqual([
    { type: 'connect', id: 'a1', name: 'Ada', time: expect.any(String) },
    { type: 'connect', id: 'b2', name: 'Ben', time: expect.any(String) },
    { type: 'disconnect', id: 'a1', name: 'Ada', time: expect.any(String) },
  ]);
});

test('T-64, T-68, T-142: Start in the handler of NoSessionFound begins a chat', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page();
  page.api.OnOpenFailed = (code: string) => {
    if (code === 'NoSessionFound') page.api.Start({});
  };
  page.api.Open();
  await backEnd.clock.pass(50);
  expect(page.names()).toEqual(['OnStartSuccess', 'OnCallQueued']);
});

test('T-67, T-140: Open takes no parameters and is answered by one event', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page();
  expect(page.api.Open).toHaveLength(0);
  page.api.Open();
  await backEnd.clock.pass(20_000);
  expect(page.names()).toEqual(['OnOpenFailed']);
});

test('T-196: a chat that began on page one goes on over page two, and ends on page three', async () => {
  const { backEnd, browser, page: one, sid, pass } = await connectedChat();
  void one.api.SendMessage('on one');
  await pass();
  one.lifecycle.leave();
  const two = browser.page();
  two.api.Open();
  await pass();
  void two.api.SendMessage('on two');
  await pass();
  two.lifecycle.leave();
  const three = browser.page();
  three.api.Open();
  await pass();
  const [shown] = three.of('OnOpenSuccess')[0] as [Session];
  expect(shown.trans.flatMap((record) => (record.type === 'msg' ? [record.msg] : []))).toEqual([
    'on%20one',
    'on%20two',
  ]);
  void three.api.End('enough');
  await pass();
  expect(three.of('OnEnd')).toEqual([['client', 'enough', undefined]]);
  expect(backEnd.desk.chats().map(({ sid: one, ended }) => [one, ended])).toEqual([[sid, true]]);
});
