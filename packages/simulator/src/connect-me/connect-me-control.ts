import { ControlError } from '../control-error.js';
import * as schemas from '../control-schemas.js';
import { toFaults } from '../faults.js';
import { parseRequest } from '../parse-request.js';
import type { VendorCall, VendorControl } from '../vendor.js';
import { reloadWidgets } from '../widget-sessions.js';
import { account } from './account.js';
import { actOnCall } from './act-on-call.js';
import { applyFaults } from './apply-faults.js';
import { liveLegs, type SimCall } from './call.js';
import { placeCallRequest } from './control-schemas.js';
import { setSip, signIn, signOut } from './login.js';
import { placeCall } from './place-call.js';
import { liveCalls } from './session.js';
import type { Sessions } from './sessions.js';

/** The vendor has no calls, only sessions: one that rings on two phones is there twice. */
function vendorCalls(call: SimCall): VendorCall[] {
  const inbound = call.direction === 'inbound';
  return liveLegs(call).map(({ id, type, status }) => ({
    id: String(id),
    state: status,
    direction: call.direction,
    from: inbound ? call.remote.number : call.local,
    to: inbound ? call.local : call.remote.number,
    ...(call.remote.name === undefined ? {} : { name: call.remote.name }),
    type,
    onHold: call.held,
    remoteOnHold: call.remoteHeld,
    muted: call.muted,
    dtmf: call.dtmf,
    startedAt: call.startedAt ?? null,
  }));
}

/** Connect Me's part of the control API. */
export function connectMeControl(sessions: Sessions): VendorControl {
  return {
    async placeCall(request) {
      const call = parseRequest(placeCallRequest, request);
      return { id: await placeCall(await sessions.withWidget(call.session), call) };
    },
    async actOnCall(id, request) {
      const { session, by, action } = parseRequest(schemas.actOnCallRequest, request);
      actOnCall(await sessions.withWidget(session), id, by, action);
    },
    calls: (session) => liveCalls(sessions.get(session)).flatMap(vendorCalls),
    frames: (session) => sessions.get(session).log.list(),
    status(name) {
      const { tabs, state, faults } = sessions.get(name);
      return {
        widgets: tabs.length,
        signedIn: state.user !== undefined,
        sip: state.sip,
        faults: { ...faults },
        account: account.number,
        user: state.user ?? null,
        registered: tabs.map((tab) => (tab.stage === 'ready' ? 'capabilities' : null)),
        capabilities: tabs.map((tab) => ({ ...tab.capabilities })),
      };
    },
    async setState(request) {
      const { session: name, sip, signedIn, reload } = parseRequest(schemas.stateRequest, request);
      const session = await sessions.withWidget(name);
      if (signedIn === true) signIn(session);
      if (signedIn === false) signOut(session);
      if (sip !== undefined) setSip(session, sip);
      if (reload) reloadWidgets(session);
      session.touch();
    },
    async emit(request) {
      const { session: name, frame } = parseRequest(schemas.emitRequest, request);
      if (frame === undefined) throw new ControlError(400, 'invalid-request', 'Field "frame" is missing.');
      const { tabs } = await sessions.withWidget(name);
      const open = tabs.filter(({ stage }) => stage !== 'off');
      for (const tab of open) tab.post(frame);
      return open.length;
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
    actions: {},
  };
}
