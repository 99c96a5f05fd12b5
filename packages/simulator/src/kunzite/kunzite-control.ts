import { ControlError } from '../control-error.js';
import * as schemas from '../control-schemas.js';
import { toFaults } from '../faults.js';
import { isRecord } from '../frame.js';
import { parseRequest } from '../parse-request.js';
import type { VendorCall, VendorControl } from '../vendor.js';
import { reloadWidgets } from '../widget-sessions.js';
import { account } from './account.js';
import { actOnCall } from './act-on-call.js';
import { applyFaults } from './apply-faults.js';
import { statusOf, type KunziteCall } from './call.js';
import { signIn, signOut } from './login.js';
import { placeCall } from './place-call.js';
import { liveCalls } from './session.js';
import type { Sessions } from './sessions.js';

function vendorCall(call: KunziteCall): VendorCall {
  const { id, direction, remote, localNumber } = call;
  const inbound = direction === 'inbound';
  return {
    id,
    state: statusOf(call),
    direction,
    from: inbound ? remote.number : localNumber,
    to: inbound ? localNumber : remote.number,
    ...(remote.name === undefined ? {} : { name: remote.name }),
    queue: call.team,
    onHold: call.held,
    remoteOnHold: call.remoteHeld,
    muted: call.muted,
    dtmf: call.dtmf,
    startedAt: call.answeredAt ?? null,
  };
}

/** Kunzite's part of the control API. */
export function kunziteControl(sessions: Sessions): VendorControl {
  return {
    async placeCall(request) {
      const call = parseRequest(schemas.placeCallRequest, request);
      return { id: await placeCall(await sessions.withWidget(call.session), call) };
    },
    async actOnCall(id, request) {
      const { session, by, action } = parseRequest(schemas.actOnCallRequest, request);
      actOnCall(await sessions.withWidget(session), id, by, action);
    },
    calls: (session) => liveCalls(sessions.get(session)).map(vendorCall),
    frames: (session) => sessions.get(session).log.list(),
    status(name) {
      const { tabs, state, faults } = sessions.get(name);
      return {
        widgets: tabs.length,
        signedIn: state.signedIn,
        sip: state.sip,
        faults: { ...faults },
        account: account.number,
      };
    },
    async setState(request) {
      const { session: name, sip, signedIn, reload } = parseRequest(schemas.stateRequest, request);
      const session = await sessions.withWidget(name);
      if (sip !== undefined) session.state.sip = sip;
      if (signedIn === true) signIn(session);
      if (signedIn === false) signOut(session);
      if (reload) reloadWidgets(session);
      session.touch();
    },
    async emit(request) {
      const { session: name, frame } = parseRequest(schemas.emitRequest, request);
      const { tabs } = await sessions.withWidget(name);
      if (!isRecord(frame) || typeof frame['type'] !== 'string') {
        const message = 'Field "frame": an object with a text "type" is needed.';
        throw new ControlError(400, 'invalid-request', message);
      }
      const { type } = frame;
      for (const tab of tabs) tab.emit({ ...frame, type });
      return tabs.length;
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
