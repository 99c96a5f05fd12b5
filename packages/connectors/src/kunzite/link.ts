import type { ConnectorContext, ConnectorLink } from '@offhook/core';
import type { Embed, Gate } from '../embed.js';
import { createContactPush } from './contactPush.js';
import { dispatch } from './dispatch.js';
import { emptyMemory, expire, nextDue, translate, type Translation } from './translate.js';
import { isKunziteFrame, isLogged, type HostFrame } from './wire.js';

/** How long a widget may take to load its page and speak, in milliseconds. */
const silenceMs = 20_000;

/** The widget that is meant, and how it is told of contacts. */
export interface LinkOptions {
  readonly id: string;
  readonly open: (gate: Gate) => Embed;
  readonly trace: ConnectorContext['trace'] | undefined;
  readonly unasked: boolean;
  readonly chunk: number;
}

/** The widget at work: hands its frames to `translate`, commands and contacts to the widget, and keeps the time. */
export function linkWidget(context: ConnectorContext, options: LinkOptions): ConnectorLink {
  const { clock, emit } = context;
  const { id, open, trace = context.trace, unasked, chunk } = options;
  let memory = emptyMemory;
  let spoke = false;
  let cancelDue: (() => void) | undefined;

  function take({ memory: next, reports, doubts }: Translation): void {
    const now = clock.monotonic();
    memory = next;
    cancelDue?.();
    const due = nextDue(memory);
    cancelDue =
      due < Infinity ? clock.setTimeout(() => take(expire(memory, clock.monotonic())), due - now) : undefined;
    for (const doubtful of doubts) trace(doubtful);
    emit(reports);
  }

  function send(frame: HostFrame): void {
    trace(frame.type);
    embed.channel.send(frame);
  }

  function receive(frame: unknown): void {
    // A channel that was brought along may have no gate of its own.
    if (!isKunziteFrame(frame)) return;
    // How the widget says that it has started is not written down: whatever it says first will do.
    const starts = !spoke || isLogged(frame);
    spoke = true;
    cancelSilence();
    take(translate(memory, frame, clock.monotonic()));
    if (starts) contacts.start();
  }

  const embed = open({
    accept: isKunziteFrame,
    clock,
    onRejected: (reason, count) => emit([{ type: 'protocol.rejected', reason, count }]),
  });
  const contacts = createContactPush({ ...context, connector: id, send, unasked, chunk });
  embed.channel.listen(receive);
  embed.load?.();
  const cancelSilence = clock.setTimeout(() => {
    const reason = 'The widget is silent. Sign in there, or check its address and its accepted origins.';
    emit([{ type: 'connection', status: 'failed', reason }]);
  }, silenceMs);

  return {
    ...embed,
    send(command) {
      if (command.type === 'contacts.push') contacts.push(command);
      else send(dispatch(command));
    },
    close() {
      cancelSilence();
      cancelDue?.();
      contacts.close();
      embed.channel.close();
      embed.close?.();
    },
  };
}
