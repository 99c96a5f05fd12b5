/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import type { Globals } from '../boot/install.js';
import { mediaPortKey } from '../media/mediaPort.js';
import { defaults } from './config/defaults.js';
import { frozen } from './config/frozen.js';
import { installCobrowse } from './installCobrowse.js';
import { fakePort } from './testing/fakePort.js';
import { customer } from './testing/customer.js';
import { hostPairing } from './pairing/host.js';

const functions = ['EndCobr', 'SetCobrConfigs', 'StartCobr'];

function start(globals: Globals) {
  const { env, clock } = customer();
  const reported: Error[] = [];
  let hears: (data: unknown) => void = () => undefined;
  const chat = fakePort(clock);
  let toHost: (data: unknown, reply: (text: string) => void) => void = () => undefined;
  const told: unknown[] = [];
  hostPairing({
    clock,
    port: chat.port,
    tell: (...args) => told.push(args),
    wires: [{ listen: (hear) => ((toHost = hear), () => undefined) }],
  });
  installCobrowse({ globals, document, window, report: (error) => reported.push(error) }, env, () => ({
    post: (text) => toHost(text, (answer) => hears(answer)),
    listen: (hear) => void (hears = hear),
  }));
  return { chat, clock, reported, told };
}

const namesOf = (api: unknown): string[] =>
  Object.entries(api as object)
    .flatMap(([name, member]) => (typeof member === 'function' ? [name] : []))
    .sort();

test('T-16, T-117: on the chat’s own page the API object gets the functions, and tells agents by its own messages', async () => {
  const { clock } = customer();
  const chat = fakePort(clock);
  const sent: unknown[] = [];
  const livechat = Object.assign(chat.api, { SendAppMessage: (...args: unknown[]) => sent.push(args) });
  Object.defineProperty(livechat, mediaPortKey, { value: chat.port });
  start({ livechat });
  expect(namesOf(livechat)).toEqual(['EndCobr', 'SendAppMessage', 'SetCobrConfigs', 'StartCobr']);
  const call = (name: string, ...args: unknown[]): unknown =>
    Reflect.apply(livechat[name] as () => void, livechat, args);
  call('SetCobrConfigs', {}, {}, false, false);
  call('StartCobr');
  await clock.pass(1);
  chat.agent({ step: 'take' });
  call('EndCobr', true, true);
  expect(sent).toEqual([['cobrowse.ended', { media: chat.media }]]);
});

test('T-16, T-118: a window without livechat.js gets a livechat of these functions alone, and shows itself in the chat', async () => {
  document.body.innerHTML = '<p>other window</p>';
  const globals: Globals = {};
  const { chat, clock, told, reported } = start(globals);
  const api = globals.livechat as Record<string, (...args: unknown[]) => void>;
  expect(namesOf(api)).toEqual(functions);
  const states: unknown[] = [];
  Object.assign(api, { OnCobrChanged: (_sid: unknown, { phase }: { phase: string }) => states.push(phase) });
  api.SetCobrConfigs!({}, {}, false, false);
  api.StartCobr!();
  await clock.pass(1);
  chat.agent({ step: 'take' });
  await clock.pass(50);
  expect(JSON.stringify(chat.sent)).toContain('other window');
  api.EndCobr!(true, true);
  await clock.pass(1);
  expect(states).toEqual(['starting', 'connected', 'ended']);
  expect(chat.steps.at(-1)).toEqual({ step: 'end', why: 'hung-up' });
  expect(told).toEqual([['sid1', 'cobrowse.ended', { media: chat.media }]]);
  expect(reported).toEqual([]);
});

test('a page whose livechat.js is still to come is waited for', () => {
  document.body.innerHTML = '<script type="text/plain" src="/tetherfi/livechat/livechat.js"></script>';
  const globals: Globals = {};
  const { reported } = start(globals);
  expect(globals.livechat).toBeUndefined();
  expect(reported).toHaveLength(1);
});

test('T-12: the default configuration is frozen, all through', () => {
  const config = frozen(structuredClone(defaults));
  const all = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(all)] : [];
  expect(all(config).every(Object.isFrozen)).toBe(true);
  expect(config.MediaCapture.video).toEqual({ enabled: false, width: 1920, height: 1080, frameRate: 6 });
});
