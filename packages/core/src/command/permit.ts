import type { Chats } from '../chats.js';
import type { CanTarget } from '../client.js';
import type { Connector } from '../connector.js';
import type { Capability } from '../model/capability.js';
import type { CommandType } from '../model/command.js';
import type { Connection } from '../model/connection.js';
import { OffhookError } from '../model/error.js';
import { newConnection } from '../store/newEntries.js';
import { can, denied } from './can.js';

/** By command, why a connector can't do it for now. */
export type Blocked = Readonly<Partial<Record<CommandType, string>>>;

/** The connectors as far as commands choose among them. */
export interface Choice {
  readonly connectors: readonly Connector[];
  /** The one that the app named as its default. */
  readonly named: string | undefined;
  /** The default, named or not. */
  readonly standard: Connector;
  /** What is known of chats, where a connector chats. */
  readonly chats: Pick<Chats, 'objection'> | undefined;
}

/** The connector that is meant: the one named, else the default, else the only one that can. */
export function meant(
  { connectors, named, standard }: Choice,
  type: CommandType,
  { call, chat, connector }: CanTarget,
): Connector | OffhookError {
  const id = connector ?? call?.connector ?? chat?.connector ?? defaultFor(type, { connectors, named });
  if (id !== undefined) {
    const known = connectors.find((each) => each.id === id);
    return known ?? new OffhookError('invalid-argument', `There is no connector “${id}”.`);
  }
  const able = connectors.filter((each) => each.commands[type] === true);
  if (able.length <= 1) return able[0] ?? standard;
  const names = able.map((each) => each.id).join(', ');
  return new OffhookError('ambiguous-connector', `Say which connector: ${names}.`);
}

/** The default one; a phone that is it doesn't stand in the way of chats elsewhere. */
const defaultFor = (
  type: CommandType,
  { connectors, named }: Pick<Choice, 'connectors' | 'named'>,
): string | undefined =>
  /^(chat|video|screen|cobrowse)\./.test(type) &&
  connectors.find(({ id }) => id === named)?.chats === undefined
    ? undefined
    : named;

/** Whether a command can be given now, by these connections and these reasons against it. */
export function permit(
  choice: Choice,
  type: CommandType,
  target: CanTarget,
  find: (id: string) => Connection | undefined,
  reasons: Readonly<Record<string, Blocked>>,
): Capability {
  const connector = meant(choice, type, target);
  if (connector instanceof OffhookError) return denied(connector.code, connector.message);
  const connection = find(connector.id) ?? newConnection(connector);
  const { call, chat } = target;
  return can({
    type,
    connector,
    connection,
    blocked: reasons[connector.id],
    call,
    chat,
    chats: choice.chats,
  });
}
