import { isRecord } from '../frame.js';
import { toFaults } from '../faults.js';
import { ControlError } from '../control-error.js';
import { parseRequest } from '../parse-request.js';
import type { VendorCall, VendorControl } from '../vendor.js';
import { account } from './account.js';
import { actOnCall } from './act-on-call.js';
import { applyFaults } from './apply-faults.js';
import { askThroughControl } from './ask-through-control.js';
import type { SimCall } from './call.js';
import * as shared from '../control-schemas.js';
import { askRequest, messageControlRequest } from './control-schemas.js';
import { setSip, signIn, signOut } from './login.js';
import { receiveMessage } from './message-desk.js';
import { placeCall } from './place-call.js';
import { liveCalls, type RingCentralSession } from './session.js';
import { reloadWidgets } from '../widget-sessions.js';
import type { Sessions } from './sessions.js';

function vendorCall(call: SimCall): VendorCall {
  const inbound = call.direction === 'Inbound';
  return {
    id: call.id,
    state: `webphone-session-${call.status}`,
    direction: inbound ? 'inbound' : 'outbound',
    from: inbound ? call.remote.number : call.localNumber,
    to: inbound ? call.localNumber : call.remote.number,
    ...(call.remote.name === undefined ? {} : { name: call.remote.name }),
    ...(call.queue === undefined ? {} : { queue: call.queue }),
    telephonyStatus: call.telephonyStatus,
    telephonySessionId: call.telephonySessionId,
    sessionId: call.sessionId,
    onHold: call.held,
    remoteOnHold: call.remoteHeld,
    muted: call.muted,
    recording: call.recordStatus,
    dtmf: call.dtmf,
    startedAt: call.startedAt ?? null,
  };
}

function emit(session: RingCentralSession, frame: unknown): number {
  if (!isRecord(frame) || typeof frame['type'] !== 'string') {
    throw new ControlError(400, 'invalid-request', 'Field "frame": an object with a text "type" is needed.');
  }
  const { type } = frame;
  for (const tab of session.tabs) tab.emit({ ...frame, type });
  return session.tabs.length;
}

/** RingCentral's part of the control API. */
export function ringCentralControl(sessions: Sessions): VendorControl {
  const withWidget = (request: unknown) => {
    const { session } = parseRequest(shared.sessionRequest, request);
    return sessions.withWidget(session);
  };
  return {
    async placeCall(request) {
      const call = parseRequest(shared.placeCallRequest, request);
      return { id: await placeCall(await sessions.withWidget(call.session), call) };
    },
    async actOnCall(id, request) {
      const { session, by, action } = parseRequest(shared.actOnCallRequest, request);
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
        userStatus: state.userStatus,
        callWith: state.calling.callWith,
        registered: tabs.map((tab) => tab.service?.name ?? null),
      };
    },
    async setState(request) {
      const { session: name, sip, signedIn, reload } = parseRequest(shared.stateRequest, request);
      const session = await sessions.withWidget(name);
      if (signedIn === true) signIn(session);
      if (signedIn === false) signOut(session);
      if (sip !== undefined) setSip(session, sip);
      if (reload) reloadWidgets(session);
      session.touch();
    },
    async emit(request) {
      const { session, frame } = parseRequest(shared.emitRequest, request);
      return emit(await sessions.withWidget(session), frame);
    },
    setFaults(request) {
      const { session, until, ...faults } = parseRequest(shared.faultsRequest, request);
      applyFaults(sessions.get(session), toFaults(faults), until);
      return { ...sessions.get(session).faults };
    },
    reset(request) {
      sessions.reset(parseRequest(shared.sessionRequest, request).session);
    },
    watch(name, changed) {
      const { watchers } = sessions.get(name);
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
    actions: {
      async ask(request) {
        const { session, ...ask } = parseRequest(askRequest, request);
        return askThroughControl(await sessions.withWidget(session), ask);
      },
      async login(request) {
        signIn(await withWidget(request));
        return { ok: true };
      },
      async logout(request) {
        signOut(await withWidget(request));
        return { ok: true };
      },
      async message(request) {
        const { session, type, from, text } = parseRequest(messageControlRequest, request);
        const message = receiveMessage(await sessions.withWidget(session), { type, from, text: text ?? '' });
        return { id: message.id, conversationId: message.conversationId };
      },
    },
  };
}
