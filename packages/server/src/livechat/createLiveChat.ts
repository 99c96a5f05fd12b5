import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../clock.js';
import { promChatMetrics } from '../metrics/promChatMetrics.js';
import { admission } from './admission/admission.js';
import { captchas } from './admission/captchas.js';
import { sealedDetails } from './admission/sealedDetails.js';
import { agentTokens } from './agents/agentTokens.js';
import { chatLog, thrownText } from './chatLog.js';
import { faultGate } from './control/faultGate.js';
import { keptFaults, noFaults } from './control/faults.js';
import { pageLines } from './control/pageLines.js';
import { requestGate } from './control/requestGate.js';
import { siteSettings } from './control/siteSettings.js';
import { sweepFiles } from './files/sweepFiles.js';
import { fileTypes } from './files/fileTypes.js';
import { originPolicy } from './http/originPolicy.js';
import { serveRequest } from './http/serveRequest.js';
import { siteOf } from './http/siteOf.js';
import type { ChatHub, ChatHubOptions } from './hub/chatHub.js';
import { iceServers } from './ice/iceServers.js';
import { readIceOptions } from './ice/readIceOptions.js';
import { agentLine } from './links/agentLine.js';
import { connections } from './links/connections.js';
import { customerLine } from './links/customerLine.js';
import { openLine } from './links/line.js';
import { socketLimits } from './links/socketConnection.js';
import { takeUpgrades } from './links/takeUpgrades.js';
import type { LiveChat } from './liveChat.js';
import type { LiveChatOptions } from './options.js';
import { chatPlaces } from './chatPlaces.js';
import { keptSecret } from './sessions/keptSecret.js';
import { tokens } from './sessions/tokens.js';
import { webSessions } from './sessions/webSessions.js';

const megabyte = 1_048_576;

/** Puts a live chat together. `createHub` is a parameter so that the front can be tested by itself. */
export function createLiveChat(
  createHub: (options: ChatHubOptions) => ChatHub,
  options: LiveChatOptions,
): LiveChat {
  const { log, clock = systemClock, metrics = promChatMetrics(), switchKey, key, sites = false } = options;
  if (options.requireEncrypted === true && key === undefined) {
    throw new TypeError('requireEncrypted: a key is needed to open encrypted details.');
  }
  if (switchKey !== undefined && switchKey.length < 8) {
    throw new TypeError('The switch’s key has to have 8 characters at least.');
  }
  const ice = options.ice === undefined ? undefined : iceServers(readIceOptions(options.ice), clock);
  const tell = chatLog(options.onLog, clock);
  let isLogClosed = false;
  function onProblem(what: string, error: unknown): void {
    // What was on its way when the log was let go is taken up by another node, or after the restart.
    if (!isLogClosed) tell({ level: 'error', event: 'problem', text: `${what}: ${thrownText(error)}` });
  }
  const faults = switchKey === undefined ? noFaults : keptFaults(log);
  const settings = siteSettings(options.settings ?? {}, faults);
  const asksCaptcha = (site: string): boolean => faults.of(site)?.captcha ?? options.captcha ?? false;
  const { onCallback, agentDetails } = options;

  const hub = createHub({
    log,
    clock,
    ids: () => randomBytes(16).toString('base64url'),
    node: randomBytes(8).toString('base64url'),
    settings,
    admission: { admit: (visitor, request) => admitting.admit(visitor, request) },
    metrics,
    onProblem,
    ...(agentDetails !== undefined && { agentDetails }),
    ...(ice !== undefined && { ice }),
    ...(onCallback !== undefined && {
      onCallback: (site: string, callback: { number: string; sid: string; by: 'c' | 'a' | 's' }) =>
        onCallback({ site, ...callback }),
    }),
  });
  const isLive = (site: string, web: string): Promise<boolean> => hub.isLive(site, web);
  const captchaReset = (site: string, web: string, exceptPage?: string): void =>
    hub.captchaReset(site, web, exceptPage);
  const issued = tokens({ log, clock, secret: keptSecret(options.secret, log), isLive });
  const texts = captchas(log, clock);
  const admitting = admission({
    captchas: texts,
    tokens: issued,
    unseal: key === undefined ? undefined : sealedDetails(key, log, clock),
    asksCaptcha,
    requireToken: options.requireToken ?? false,
    requireEncrypted: options.requireEncrypted ?? false,
    captchaReset,
  });
  const policy = originPolicy(options.origins);
  const sessions = webSessions(sites);
  const agents = agentTokens(log, clock);
  const open = connections(clock, metrics.connection);
  const lines = { hub, tokens: issued, agents, onProblem };
  const gate =
    switchKey === undefined ? undefined : (site: string) => faultGate(site, faults, clock, Math.random);
  const surroundings = { siteOf: siteOf(sites), trustProxy: options.trustProxy ?? false };
  const requests = requestGate(faults, clock);
  const folder = options.files?.folder ?? path.join(tmpdir(), 'offhook-chat-files');
  let isEnding = false;

  faults.onChange((site) => {
    const isOffline = faults.of(site)?.offline === true;
    for (const connection of open.customersOf(site)) {
      if (isOffline) connection.cut();
      else connection.changed?.();
    }
  });
  async function unready(): Promise<string | undefined> {
    return isEnding ? 'closing' : ((await hub.ready()) ?? (await log.ready()));
  }
  const { places, warn } = chatPlaces({
    options,
    hub,
    clock,
    log: tell,
    metrics,
    sessions,
    tokens: issued,
    captchas: texts,
    agents,
    faults,
    connections: open,
    pageLines: pageLines(),
    asksCaptcha,
    mostChats: (site) => settings(site).caps.multi,
    captchaReset,
    onProblem,
    unready,
    requestGate: requests,
    files: {
      hub,
      clock,
      metrics,
      folder,
      maxBytes: options.files?.maxBytes ?? 20 * megabyte,
      types: options.files?.types ?? fileTypes,
    },
    ...(gate !== undefined && { gate }),
  });
  const stopSweep = sweepFiles(folder, settings(sites ? '' : 'main').retentionMs, clock);
  const shared = { surroundings, policy, clock, metrics, isEnding: () => isEnding };
  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    drain();
    stopSweep();
    open.cut();
    // The hub hears of each that is gone, before it tells the other nodes.
    await open.ended();
    await hub.close();
    isLogClosed = true;
    await log.close();
    tell({ level: 'info', event: 'close' });
  }
  function drain(): void {
    if (isEnding) return;
    isEnding = true;
    hub.drain();
    open.close();
  }

  return {
    core: {
      serve: serveRequest({ ...shared, places, gate: requests, log: tell }),
      upgrade: takeUpgrades({
        ...shared,
        connections: open,
        limits: { ...socketLimits, ...options.limits },
        requestGate: requests,
        ...(gate !== undefined && { gate }),
        customer: (asked, wire) =>
          openLine(customerLine({ site: asked.site, web: sessions.of(asked) }, lines), wire),
        agent: ({ site }, wire) => openLine(agentLine(site, lines), wire),
      }),
      async begin() {
        // Where the log is away it is not ready, and says so: it comes back by itself.
        await faults.load().catch((error: unknown) => onProblem('faults', error));
        await warn();
      },
      cut: () => open.cut(),
    },
    drain,
    close: () => (closed ??= close()),
  };
}
