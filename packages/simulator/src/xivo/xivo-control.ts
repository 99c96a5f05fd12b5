import { ControlError } from '../control-error.js';
import * as schemas from '../control-schemas.js';
import { toFaults } from '../faults.js';
import { parseRequest } from '../parse-request.js';
import type { VendorCall, VendorControl } from '../vendor.js';
import { reloadWidgets } from '../widget-sessions.js';
import { account } from './account.js';
import { actOnCall } from './act-on-call.js';
import { agentText } from './agent-state.js';
import { applyFaults } from './apply-faults.js';
import { stateOf, type XivoCall } from './call.js';
import { configRequest } from './control-schemas.js';
import { logIn, logOut } from './login.js';
import { panesOf } from './open-tab.js';
import { placeCall } from './place-call.js';
import { liveCalls } from './session.js';
import type { Sessions } from './sessions.js';

function vendorCall(call: XivoCall): VendorCall {
  const { id, direction, remote, localNumber, queue } = call;
  const inbound = direction === 'inbound';
  return {
    id,
    state: stateOf(call),
    direction,
    from: inbound ? remote.number : localNumber,
    to: inbound ? localNumber : remote.number,
    ...(remote.name === undefined ? {} : { name: remote.name }),
    ...(queue === undefined ? {} : { queue: queue.name }),
    onHold: call.held,
    remoteOnHold: call.remoteHeld,
    muted: call.muted,
    dtmf: call.dtmf,
    startedAt: call.answeredAt ?? null,
  };
}

/** XiVO's part of the control API. */
export function xivoControl(sessions: Sessions): VendorControl {
  return {
    async placeCall(request) {
      const call = parseRequest(schemas.placeCallRequest, request);
      return { id: placeCall(await sessions.withWidget(call.session), call) };
    },
    async actOnCall(id, request) {
      const { session, by, action } = parseRequest(schemas.actOnCallRequest, request);
      actOnCall(await sessions.withWidget(session), id, by, action);
    },
    calls: (session) => liveCalls(sessions.get(session)).map(vendorCall),
    frames: (session) => sessions.get(session).log.list(),
    status(name) {
      const { tabs, state, faults, config, panes } = sessions.get(name);
      return {
        widgets: tabs.length,
        signedIn: state.agent.state !== 'logged-out',
        sip: state.sip,
        faults: { ...faults },
        account: account.number,
        agent: agentText(state.agent),
        openPanes: panes.filter((pane) => pane.state === 'open').map((pane) => pane.title),
        config: { ...config, answer: config.answer ?? null },
      };
    },
    async setState(request) {
      const { session: name, sip, signedIn, reload } = parseRequest(schemas.stateRequest, request);
      const session = await sessions.withWidget(name);
      if (sip !== undefined) session.state.sip = sip;
      if (signedIn === true) logIn(session);
      if (signedIn === false) logOut(session);
      if (reload) reloadWidgets(session);
      session.touch();
    },
    async emit(request) {
      const { session: name, frame } = parseRequest(schemas.emitRequest, request);
      if (frame === undefined) throw new ControlError(400, 'invalid-request', 'Field "frame" is missing.');
      const { tabs } = await sessions.withWidget(name);
      // Counted before any fault.
      const panes = tabs.map((tab) => panesOf(tab).length);
      for (const tab of tabs) tab.emit(frame);
      return panes.reduce((sum, count) => sum + count, 0);
    },
    setFaults(request) {
      const { session, until, ...faults } = parseRequest(schemas.faultsRequest, request);
      applyFaults(sessions.get(session), toFaults(faults), until);
      return { ...sessions.get(session).faults };
    },
    reset(request) {
      sessions.reset(parseRequest(schemas.sessionRequest, request).session);
    },
    watch(name, changed) {
      const { watchers } = sessions.get(name);
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
    views: {
      panes(name) {
        const { state, panes, serviceCalls, errors } = sessions.get(name);
        return {
          agent: state.agent,
          panes: panes.map(({ id, callId, action, event, url, title, args, state: paneState }) => {
            return { id, callId, action, event, url, title, args, state: paneState };
          }),
          serviceCalls,
          errors,
        };
      },
    },
    actions: {
      config(request) {
        const { session: name, answer, ...given } = parseRequest(configRequest, request);
        const session = sessions.get(name);
        session.config = {
          ...session.config,
          ...given,
          ...(answer === undefined ? {} : { answer: answer ?? undefined }),
        };
        session.touch();
        return Promise.resolve({ ...session.config, answer: session.config.answer ?? null });
      },
    },
  };
}
