import type { Clock } from '../clock.js';
import { ControlError } from '../control-error.js';
import { parseRequest } from '../parse-request.js';
import type { RemoteControl } from '../vendor.js';
import type { AgentDesk } from './agent-desk.js';
import type { BackEnd } from './back-end.js';
import type { FaultBook } from './chat-faults.js';
import { agentRequest, chatFaultsRequest, chatSessionRequest } from './control-schemas.js';
import type { SwitchClient } from './switch-client.js';

/** A board asks by itself: nobody tells it of a chat's changes. */
const LOOK_EVERY_MS = 400;

function notSupported(what: string): never {
  throw new ControlError(404, 'not-supported', `A chat has no ${what}. Use "chats" and "agents".`);
}

/** Tetherfi's part of the control API: all of it goes to the back end, as a switch or as agents. */
export function tetherfiControl(parts: {
  readonly backEnd: Pick<BackEnd, 'up' | 'restart'>;
  readonly switchClient: SwitchClient;
  readonly agents: AgentDesk;
  readonly faults: FaultBook;
  readonly clock: Clock;
}): RemoteControl {
  const { backEnd, switchClient, agents, faults, clock } = parts;

  /** The session as the back end would take it. */
  const checked = (session: string): string => parseRequest(chatSessionRequest, { session }).session;

  const status = (session: string) => ({
    widgets: 0,
    signedIn: agents.names(session).length > 0,
    sip: 'none',
    faults: faults.of(session),
    agents: agents.names(session),
  });

  return {
    placeCall: () => notSupported('calls'),
    actOnCall: () => notSupported('calls'),
    calls: () => notSupported('calls'),
    frames: () => notSupported('frames'),
    setState: () => notSupported('state'),
    emit: () => notSupported('frames'),
    status: (session) => status(checked(session)),
    async setFaults(request) {
      const { session, until, restart, ...given } = parseRequest(chatFaultsRequest, request);
      backEnd.up();
      // A restart alone leaves the faults as they are.
      const names = Object.keys(given);
      if (names.length > 0 || restart === undefined) await faults.set(session, given, until);
      if (restart) await backEnd.restart();
      return faults.of(session);
    },
    async reset(request) {
      const { session } = parseRequest(chatSessionRequest, request);
      backEnd.up();
      await agents.empty(session);
      await faults.set(session, {}, undefined);
      faults.forget(session);
      await switchClient.reset(session);
    },
    watch(_session, changed) {
      let stop = clock.after(LOOK_EVERY_MS, function look() {
        changed();
        stop = clock.after(LOOK_EVERY_MS, look);
      });
      return () => stop();
    },
    async snapshot(name) {
      const session = checked(name);
      const chats = await switchClient.chats(session);
      return { status: status(session), calls: [], frames: [], chats };
    },
    views: {
      async chats(name) {
        const session = checked(name);
        backEnd.up();
        return await switchClient.chats(session);
      },
      async callbacks(name) {
        const session = checked(name);
        backEnd.up();
        return await switchClient.recorded('callbacks', session);
      },
      async campaign(name) {
        const session = checked(name);
        backEnd.up();
        return await switchClient.recorded('campaign', session);
      },
      async captcha(name) {
        const session = checked(name);
        backEnd.up();
        const text = await switchClient.captcha(session);
        if (text !== undefined) return { text };
        throw new ControlError(404, 'no-captcha', 'No captcha image was asked for in this session.');
      },
    },
    actions: {
      agents(request) {
        const wanted = parseRequest(agentRequest, request);
        backEnd.up();
        return agents.act(wanted);
      },
    },
  };
}
