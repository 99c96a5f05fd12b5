import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser } from '../testing/browser.js';
import { CustomerDetails, SessionDetails } from '../api/classes.js';
import type { Mode } from '../api/events.js';
import { installClientLog } from './clientLog.js';
import type { Env } from './env.js';
import { guestKey } from './guestKey.js';
import { install, type Globals } from './install.js';
import { readScript } from './readScript.js';

const env = (): Env => openBrowser(startBackEnd()).page().env;

test('T-18, T-52, T-53: livechat and libtextchat are one object', () => {
  const globals: Globals = {};
  install(globals, env(), 'single');
  expect(globals.livechat).toBeDefined();
  expect(globals.libtextchat).toBe(globals.livechat);
  expect(globals.multilivechat).toBeUndefined();
});

test.each<[Mode[]]>([[['single', 'multi']], [['multi', 'single']], [['multi']], [['multi', 'multi']]])(
  'T-17, T-186, P-25: included as %j, there is one livechat and one multilivechat',
  (modes) => {
    const globals: Globals = {};
    const seen: unknown[] = [];
    const lifecycles = modes.flatMap((mode) => {
      const made = install(globals, env(), mode);
      seen.push(globals.livechat);
      return made;
    });
    expect(new Set(seen).size).toBe(1);
    expect(globals.libtextchat).toBe(globals.livechat);
    expect(globals.multilivechat).toBeDefined();
    expect(globals.multilivechat).not.toBe(globals.livechat);
    expect(lifecycles).toHaveLength(2);
  },
);

test('T-174, T-175: the documented functions and slots are there, and OnRemoteEndClosed is not', () => {
  const globals: Globals = {};
  install(globals, env(), 'multi');
  for (const api of [globals.livechat, globals.multilivechat] as object[]) {
    for (const name of [
      'GetAccessToken',
      'Start',
      'End',
      'Open',
      'Close',
      'SendMessage',
      'SendAppMessage',
      'NotifyTypingStateChange',
      'RequestCallback',
      'setCaptchaImage',
      'resetCaptchaImage',
      'setCaptchalImage',
      'resetCaptchalImage',
      'slog',
      'prepareDownloadURL',
      'uploadFiles',
      'CreateCampaignContact',
    ])
      expect(api).toHaveProperty(name, expect.any(Function));
    for (const name of [
      'OnStartSuccess',
      'OnStartFailed',
      'OnOpenSuccess',
      'OnOpenFailed',
      'OnEnd',
      'OnRemoteUserConnected',
      'OnSystemNotification',
      'OnCallbackAutoRegistered',
      'OnCallbackRequestStatus',
      'OnInternalServerError',
      'OnCallQueued',
      'OnMessageReceived',
      'OnEcho',
      'OnTypingStateChanged',
      'OnAppMessageReceived',
      'OnConferenceUserLeft',
      'OnHistoryReceived',
      'OnServerStateChanged',
      'OnResetCaptcha',
      'OnUploadComplete',
      'OnCampaignContactCreated',
    ])
      expect(api).toHaveProperty(name, null);
    expect(api).not.toHaveProperty('OnRemoteEndClosed');
  }
});

test('T-21: including the script makes no request and touches no page', async () => {
  const backEnd = startBackEnd();
  install({}, openBrowser(backEnd).page().env, 'multi');
  await backEnd.clock.pass(60_000);
  expect(backEnd.http).toEqual([]);
});

test('a slot may be made an accessor by whoever watches it', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page();
  const calls: unknown[] = [];
  Object.defineProperty(page.api, 'OnOpenFailed', { get: () => (code: unknown) => calls.push(code) });
  page.api.Open();
  await backEnd.clock.pass(50);
  expect(calls).toEqual(['NoSessionFound']);
});

test('the documented classes are there unless the page has its own', () => {
  const Own = (): undefined => undefined;
  const globals: Globals = { SessionDetails: Own };
  install(globals, env(), 'single');
  expect(globals.SessionDetails).toBe(Own);
  expect(globals.CustomerDetails).toBe(CustomerDetails);
  const empty: Globals = {};
  install(empty, env(), 'single');
  expect(empty.SessionDetails).toBe(SessionDetails);
});

test('T-5, T-17: the script’s address says where the back end is, which site and how many chats', () => {
  expect(readScript('https://a.example/x/tetherfi/livechat/livechat.js')).toEqual({
    base: 'https://a.example/x/tetherfi/livechat/',
    mode: 'single',
  });
  expect(
    readScript('http://localhost:4305/tetherfi/livechat/libtextchat.js?multichat=true&session=a_b-1'),
  ).toEqual({
    base: 'http://localhost:4305/tetherfi/livechat/',
    site: 'a_b-1',
    mode: 'multi',
  });
  expect(readScript('http://localhost/l/livechat.js?multichat=1&session=a/b')).toEqual({
    base: 'http://localhost/l/',
    mode: 'single',
  });
});

test('T-118: the script’s address says which other origins’ windows may co-browse', () => {
  const src = 'https://a.example/tetherfi/livechat/livechat.js?cobrowse=https%3A%2F%2Fb.example';
  expect(readScript(src)).toMatchObject({ cobrowse: 'https://b.example' });
});

test('T-118: a window that co-browses in another page’s chat can have a chat of its own after all', () => {
  const guest = { [guestKey]: true };
  const globals: Globals = { livechat: guest, libtextchat: guest };
  install(globals, env(), 'single');
  expect(globals.livechat).not.toBe(guest);
  expect(globals.livechat).toHaveProperty('Start');
});

test('T-6: the client log passes lines on to slog, also those of before the API', () => {
  const globals: Globals = {};
  installClientLog(globals);
  const log = globals.__clientlog as (...line: string[]) => void;
  log('warn', 'a', 'early');
  const slog = jest.fn();
  globals.livechat = { slog };
  log('info', 'b', 'later');
  expect(slog.mock.calls).toEqual([
    ['warn', 'a', 'early'],
    ['info', 'b', 'later'],
  ]);
  installClientLog(globals);
  expect(globals.__clientlog).toBe(log);
});
