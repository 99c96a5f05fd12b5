import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { loopbackOrigin } from '../livechat/http/originPolicy.js';
import { liveChat } from '../livechat/liveChat.js';
import { openLog } from '../livechat/log/openLog.js';
import { serveLiveChat, type RunningLiveChat } from '../livechat/serveLiveChat.js';
import { chatAgents } from './chatAgents.js';
import type { ChatSettings } from './readChatSettings.js';

/** Of a storage that is away one line a second is told at most. */
function seldom(tell: (line: string) => void): (reason: string) => void {
  let toldAt = -Infinity;
  return (reason) => {
    const now = performance.now();
    if (now - toldAt < 1_000) return;
    toldAt = now;
    tell(`Storage: ${reason}`);
  };
}

const whoMay = ({ agents, anyAgentPassword }: ChatSettings): string => {
  if (anyAgentPassword !== undefined) return 'any name, with OFFHOOK_CHAT_AGENT_PASSWORD';
  return agents.size === 0
    ? 'nobody: there is no OFFHOOK_CHAT_AGENTS'
    : `${agents.size} of OFFHOOK_CHAT_AGENTS`;
};

/** Starts what the settings ask for, and tells what it serves, without any secret. */
export async function startChat(
  settings: ChatSettings,
  tell: (line: string) => void,
): Promise<RunningLiveChat> {
  const { origins, loopbackOrigins, databaseUrl, redisUrl, files, key, secret, switchKey, ice } = settings;
  if (files !== undefined) await mkdir(path.resolve(files), { recursive: true });
  const known = new Set(origins);
  const log = await openLog({ databaseUrl, redisUrl, tell, onFailure: seldom(tell) });
  let server: RunningLiveChat;
  try {
    const chat = liveChat({
      log,
      origins: loopbackOrigins ? (origin) => loopbackOrigin(origin) || known.has(origin) : origins,
      agents: chatAgents(settings),
      sites: settings.sites,
      captcha: settings.captcha,
      requireToken: settings.requireToken,
      requireEncrypted: settings.requireEncrypted,
      trustProxy: settings.trustProxy,
      settings: settings.desk,
      ...(files !== undefined && { files: { folder: path.resolve(files) } }),
      ...(key !== undefined && { key }),
      ...(secret !== undefined && { secret }),
      ...(switchKey !== undefined && { switchKey }),
      ...(ice !== undefined && { ice }),
    });
    server = await serveLiveChat(chat, { port: settings.port, host: settings.host });
  } catch (error) {
    await log.close();
    throw error;
  }
  const { origin } = new URL(server.url);
  const pages = [...origins, ...(loopbackOrigins ? ['any of this machine'] : [])];
  tell(`Live chat  ${server.url}`);
  tell(`Scripts    ${server.url}/livechat.js`);
  tell(`Agents     ${origin}/agent: ${whoMay(settings)}`);
  tell(`Probes     ${origin}/healthz, /readyz, /metrics`);
  tell(`Pages      ${pages.length === 0 ? 'none: there is no --origin' : pages.join(', ')}`);
  tell(
    `Details    ${settings.requireEncrypted ? 'encrypted only' : key === undefined ? 'in clear' : 'in clear or encrypted'}`,
  );
  if (switchKey !== undefined) tell('Switch     on: for tests only');
  return server;
}
