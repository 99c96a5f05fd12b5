import type { Emit } from '../api/emit.js';
import type { ReadEntry } from '../link/readEntry.js';
import type { Chat } from './chats.js';
import { fileFacts } from './toSession.js';

/**
 * Tells the page of one entry (rows T-144 to T-172). The customer's own app messages have no event: they are acknowledged.
 *
 * @param page this page's own id: says which uploads are its own
 */
export function showEntry(emit: Emit, chat: Chat, entry: ReadEntry, page: string): void {
  const { id, seq, time } = entry;
  switch (entry.type) {
    case 'msg':
      if (entry.by === 'c') emit('OnEcho', [entry.msg, id, seq, time], chat);
      else emit('OnMessageReceived', [entry.msg, id, seq, time, entry.agent?.name], chat);
      return;
    case 'app':
      if (entry.by === 'a')
        emit('OnAppMessageReceived', [entry.agent?.name ?? '', entry.data, id, seq, time], chat);
      return;
    case 'connect':
      emit('OnRemoteUserConnected', [entry.agent.name, entry.agent.id, chat.sid], chat);
      return;
    case 'disconnect':
      // Where the chat itself ends, `OnEnd` says so.
      if (entry.how !== 'end')
        emit('OnConferenceUserLeft', [entry.agent.name, entry.text ?? '', entry.agent.id, seq, time], chat);
      return;
    case 'file':
      emit(
        'OnUploadComplete',
        [
          {
            ...fileFacts(entry.file),
            by: entry.by,
            id,
            seq,
            time,
            ...(entry.agent === undefined ? {} : { agent: entry.agent.name }),
          },
          entry.by === 'c' && entry.page === page,
        ],
        chat,
      );
      return;
    case 'callback':
      // One that the server registers by itself is told by its notice (P-12).
      if (entry.by !== 's') emit('OnCallbackRequestStatus', [entry.by === 'c', entry.ok], chat);
      return;
    case 'notice':
      emit('OnSystemNotification', [entry.code], chat);
      return;
    case 'end':
      // Who came back too late cannot have seen it end, whoever ended it (P-10).
      if (Date.parse(time) <= chat.offlineUntil)
        emit('OnEnd', ['lib', 'SessionLostWhileOffline', undefined], chat);
      else if (entry.by === 'client') emit('OnEnd', ['client', entry.reason, undefined], chat);
      else emit('OnEnd', ['server', undefined, entry.by], chat);
      return;
    case 'start':
    case 'media':
    case 'other':
      return;
  }
}
