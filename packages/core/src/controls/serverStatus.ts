import type { Offhook } from '../client.js';
import type { Chat } from '../model/chat.js';
import type { Connection } from '../model/connection.js';
import { isLiveChat } from '../model/chat.js';
import { same } from '../fold/same.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';

/** Whether chats can be had now. */
export interface ServerStatus {
  readonly status: 'online' | 'offline' | 'unknown';
  /** Why not, in plain text. */
  readonly reason?: string;
}

const unknown: ServerStatus = { status: 'unknown' };

/**
 * Whether the server of a connector's chats can be reached: as the connector says, and as its live chats find it.
 *
 * @example serverStatus(client).subscribe(({ status, reason }) => show(status, reason));
 */
export function serverStatus(client: Offhook, connector?: string): Current<ServerStatus> {
  const id = connector ?? client.chatConnector;
  return combine(
    [client.connections.get(id), client.chats.all],
    (connection, chats) =>
      statusOf(
        connection,
        chats.filter((chat) => chat.connector === id && isLiveChat(chat)),
      ),
    same,
  );
}

function statusOf(connection: Connection | undefined, chats: readonly Chat[]): ServerStatus {
  if (connection === undefined || connection.status === 'connecting') return unknown;
  const { status, reason } = connection;
  if (status === 'ready' && chats.every(({ server }) => server !== 'offline')) return { status: 'online' };
  return { status: 'offline', ...(reason !== undefined && { reason }) };
}
