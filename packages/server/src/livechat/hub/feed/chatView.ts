import type { ChatView, Entry, TransRecord } from '@offhook/livechat';

/** Entries as the documented `Session.trans` has them (T-59 to T-62): `msg` is URL-encoded. */
export function transOf(entries: readonly Entry[]): readonly TransRecord[] {
  return entries.flatMap((entry): readonly TransRecord[] => {
    const { time } = entry;
    switch (entry.type) {
      case 'msg':
        return [{ type: 'msg', by: entry.by, msg: encoded(entry.msg), time }];
      case 'connect':
      case 'disconnect':
        return [{ type: entry.type, id: entry.agent.id, name: entry.agent.name, time }];
      default:
        return [];
    }
  });
}

/** Half a surrogate pair can't be encoded: it becomes the replacement character. */
const encoded = (text: string): string => encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));

/** A chat for a page that opens it; `index` of an agent is the number of trans records before its coming (P-8). */
export function chatView(
  sid: string,
  clientId: string | undefined,
  entries: readonly Entry[],
  seq: number,
): ChatView {
  const agents = new Map<string, ChatView['agents'][number]>();
  let index = 0;
  for (const entry of entries) {
    if (entry.type === 'connect') agents.set(entry.agent.id, { ...entry.agent, index });
    if (entry.type === 'disconnect') agents.delete(entry.agent.id);
    if (entry.type === 'msg' || entry.type === 'connect' || entry.type === 'disconnect') index += 1;
  }
  return {
    sid,
    ...(clientId === undefined ? {} : { clientId }),
    seq,
    entries: entries.filter(({ type }) => type !== 'start'),
    agents: [...agents.values()],
  };
}
