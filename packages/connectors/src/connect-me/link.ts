import {
  OffhookError,
  type Call,
  type Command,
  type ConnectorContext,
  type ConnectorLink,
} from '@offhook/core';
import type { Embed, Gate } from '../embed.js';
import { deviceDesk, type DeviceDeskOptions } from './devices.js';
import { dispatch } from './dispatch.js';
import type { MergeRule } from './merging.js';
import { blocked } from './session.js';
import { firstMemory, nextDue, translate } from './translate.js';
import { capabilitiesRequest, isConnectMeFrame, type ConnectMeFrame } from './wire.js';

/** How long the widget may take to say that a login was good, in milliseconds: it says nothing of one that was not. */
const loginMs = 7_000;

/** The widget that is meant, and what the host does for it. */
export interface LinkOptions extends Omit<DeviceDeskOptions, 'emit'> {
  readonly open: (gate: Gate) => Embed;
  readonly rule: MergeRule | undefined;
  readonly trace: ConnectorContext['trace'] | undefined;
  /** Whether the browser trusts the page with a microphone. */
  readonly isTrusted: boolean;
}

/** The widget at work: answers it, hands its frames to `translate` and its wishes to the devices, and keeps the time. */
export function linkWidget(context: ConnectorContext, options: LinkOptions): ConnectorLink {
  const { clock, emit } = context;
  const { open, rule, trace = context.trace, devices, handlers, isTrusted } = options;
  const timers: Partial<Record<string, () => void>> = {};
  const desk = deviceDesk({ devices, handlers, emit });
  let memory = firstMemory(clock.monotonic());

  /** One timer a purpose: a new one takes the place of the old. */
  function later(purpose: string, ms: number, act: () => void): void {
    timers[purpose]?.();
    if (ms < Infinity) timers[purpose] = clock.setTimeout(act, ms);
  }

  /** Takes a frame in, or only the time, and gives on what the client is to know of it. */
  function step(frame?: ConnectMeFrame): void {
    const now = clock.monotonic();
    const asked = typeof frame === 'object' ? desk.receive(frame) : undefined;
    const translation = translate(memory, asked ? undefined : frame, { now, at: clock.now(), rule });
    memory = translation.memory;
    wait();
    emit([...translation.reports, ...desk.ring(memory.calls), ...(asked ?? []), capabilities()]);
  }

  const wait = (): void => later('due', nextDue(memory, clock.monotonic()) - clock.monotonic(), step);

  const capabilities = () =>
    ({ type: 'capabilities', blocked: { ...desk.blocked(), ...blocked(memory.session) } }) as const;

  /** Only the name of what is sent is traced: it may carry a password. */
  function send(name: string, message: object): void {
    trace(name);
    embed.channel.send(message);
  }

  /** Unless this is answered, the widget gives the host no interface at all. */
  const sendCapabilities = (): void => send('capabilities', { capabilities: desk.capabilities() });

  function receive(frame: unknown): void {
    // A channel that was brought along may have no gate of its own.
    if (!isConnectMeFrame(frame)) return;
    step(frame);
    if (frame === capabilitiesRequest) sendCapabilities();
  }

  /** Fails when nothing has come of the login in time. */
  const signedIn = (): Promise<void> =>
    new Promise((_, reject) =>
      later('login', loginMs, () => {
        if (memory.session.loggedIn) return;
        const message = 'Connect Me signed nobody in. Check the user name and the password.';
        reject(new OffhookError('auth-required', message));
      }),
    );

  const embed = open({
    accept: isConnectMeFrame,
    clock,
    onRejected: (reason, count) => emit([{ type: 'protocol.rejected', reason, count }]),
  });
  embed.channel.listen(receive);
  embed.load?.();
  emit([desk.report(), capabilities()]);
  wait();
  if (!isTrusted) {
    const message = 'Connect Me needs a page that is served over https. Here it has no microphone.';
    later('trust', 0, () => emit([{ type: 'error', error: new OffhookError('not-supported', message) }]));
  }

  return {
    ...embed,
    send(command: Command, call: Call | undefined) {
      if (command.type.startsWith('device.')) {
        const obeyed = desk.obey(command);
        if (command.type === 'device.delegate' && memory.session.asked) sendCapabilities();
        emit([capabilities()]);
        return obeyed;
      }
      for (const action of dispatch(command, call)) send(action.action, action);
      if (command.type !== 'agent.signIn') return undefined;
      // Without credentials the person gives them, in the widget.
      if (!command.credentials) emit([{ type: 'widget', open: true }]);
      return signedIn();
    },
    close() {
      for (const purpose in timers) timers[purpose]?.();
      desk.close();
      embed.channel.close();
      embed.close?.();
    },
  };
}
