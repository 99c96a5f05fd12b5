import {
  OffhookError,
  type Call,
  type Command,
  type ConnectorContext,
  type ConnectorLink,
} from '@offhook/core';
import type { Embed, Gate } from '../embed.js';
import { askForCalls, controlledLeg, dispatch } from './dispatch.js';
import { text } from './read.js';
import { linkServices } from './services/services.js';
import type { ServiceContext } from './services/serviceContext.js';
import { emptyMemory, nextDue, tick, translate } from './translate.js';
import { isRingCentralFrame, nameOf, type RingCentralFrame } from './wire.js';

/** How long a widget may take to load its page and speak, in milliseconds. */
const silenceMs = 20_000;

/** Recording starts and stops without a frame: the calls are asked for again, first and last so many milliseconds later. */
const looksMs = [500, 4_000] as const;

/** The widget that is meant, and what is to be shown in it. */
export interface LinkOptions extends Pick<ServiceContext, 'service' | 'profile' | 'origin'> {
  readonly id: string;
  readonly open: (gate: Gate) => Embed;
  readonly trace: ConnectorContext['trace'] | undefined;
}

/**
 * The widget at work: hands its frames to `translate` and to the host's services, its commands to the widget, and
 * keeps the time for all.
 */
export function linkWidget(context: ConnectorContext, options: LinkOptions): ConnectorLink {
  const { clock, emit } = context;
  const { id, open, trace = context.trace, ...shown } = options;
  const timers: Partial<Record<string, () => void>> = {};
  let memory = emptyMemory;
  let spoke = false;
  /** The leg of the last record command, and what refuses that. */
  let recorded: string | undefined;
  let refuse: ((error: OffhookError) => void) | undefined;

  /** One timer a purpose: a new one takes the place of the old. */
  function later(purpose: string, ms: number, act: () => void): void {
    timers[purpose]?.();
    if (ms < Infinity) timers[purpose] = clock.setTimeout(act, ms);
  }

  /** Takes a message in, and gives on what the client is to know of it. */
  function step(frame: RingCentralFrame): void {
    const translation = translate(memory, frame, clock.monotonic());
    memory = translation.memory;
    later('due', nextDue(memory) - clock.monotonic(), () => step(tick));
    emit(translation.reports);
  }

  function send(frame: { readonly type: string }): void {
    trace(frame.type);
    embed.channel.send(frame);
  }

  function receive(frame: unknown): void {
    // A channel that was brought along may have no gate of its own.
    if (!isRingCentralFrame(frame)) return;
    // The web phone's calls are worth asking for when the widget starts, and when the phone connects.
    const asks = !spoke || /pushAdapterState|connection-status/.test(frame.type);
    spoke = true;
    step(frame);
    if (nameOf(frame) === 'control-call-error') {
      const vendorCode = text(frame['error']) ?? '';
      const error = new OffhookError('vendor-error', 'RingCentral refused this.', { vendorCode });
      // It goes to the command that was refused; to everybody, if there is none.
      if (refuse && frame['callId'] === recorded) refuse(error);
      else emit([{ type: 'error', error }]);
      refuse = undefined;
    }
    if (asks) send(askForCalls);
    services.receive(frame);
  }

  const lookAgain = (ms: number): void =>
    later('look', ms, () => {
      send(askForCalls);
      if (ms < looksMs[1]) lookAgain(2 * ms);
    });

  const embed = open({
    accept: isRingCentralFrame,
    clock,
    onRejected: (reason, count) => emit([{ type: 'protocol.rejected', reason, count }]),
  });
  const services = linkServices({ ...context, ...shown, connector: id, send });
  embed.channel.listen(receive);
  embed.load?.();
  later('silence', silenceMs, () => {
    const reason = 'The widget is silent. Check its address and its accepted origins.';
    if (!spoke) emit([{ type: 'connection', status: 'failed', reason }]);
  });

  return {
    ...embed,
    send(command: Command, call: Call | undefined) {
      send(dispatch(command, call, id));
      if (!command.type.endsWith('Recording')) return undefined;
      lookAgain(looksMs[0]);
      recorded = controlledLeg(call);
      return new Promise<void>((_, reject) => {
        refuse = reject;
      });
    },
    close() {
      for (const purpose in timers) timers[purpose]?.();
      services.close();
      embed.channel.close();
      embed.close?.();
    },
  };
}
