import type { Entry, MediaKind } from '@offhook/livechat';
import { type TestAgent } from './testAgent.js';
import { type TestPage } from './testPage.js';

/** A media session as one reader sees it. */
interface FoldedMedia {
  readonly media: string;
  readonly state: 'asked' | 'on' | 'ended';
  readonly askedBy: 'c' | 'a';
  /** Seats, by side. */
  readonly c?: string;
  readonly a?: string;
  readonly endedBy?: 'c' | 'a' | 's';
}

type Folded = Partial<Record<MediaKind, FoldedMedia>>;

const kinds: readonly MediaKind[] = ['av', 'cobr'];

/** What the log comes to, written from the protocol's text: the first ask of a kind holds until its end, the first take by the other side is the one. */
export function foldOfTests(entries: readonly Entry[]): Folded {
  const now: Folded = {};
  const agents = new Map<MediaKind, string | undefined>();
  for (const entry of entries) {
    for (const kind of kinds) {
      const one = now[kind];
      const isLive = one !== undefined && one.state !== 'ended';
      const isOver =
        entry.type === 'end' || (entry.type === 'disconnect' && agents.get(kind) === entry.agent.id);
      if (isLive && isOver) now[kind] = { ...one, state: 'ended', endedBy: 's' };
      if (entry.type !== 'media') continue;
      const { by, seat, media } = entry;
      if (entry.step === 'ask' && entry.kind === kind && !isLive) {
        now[kind] = { media, state: 'asked', askedBy: by, [by]: seat };
        agents.set(kind, entry.agent?.id);
      }
      if (!isLive || one.media !== media) continue;
      const isOwn = by === 'c' || agents.get(kind) === entry.agent?.id;
      if (entry.step === 'take' && one.state === 'asked' && one.askedBy !== by) {
        now[kind] = { ...one, state: 'on', [by]: seat };
        if (by === 'a') agents.set(kind, entry.agent?.id);
      }
      if (entry.step === 'join' && one[by] !== undefined && isOwn) now[kind] = { ...one, [by]: seat };
      if (entry.step === 'end' && (isOwn || one.state === 'asked'))
        now[kind] = { ...one, state: 'ended', endedBy: by };
    }
  }
  return now;
}

/** Both sides have a call that goes on, and know each other's seats. */
export async function callOf(
  { page, agent, sid }: { readonly page: TestPage; readonly agent: TestAgent; readonly sid: string },
  media = 'call0001',
): Promise<string> {
  await page.ask({
    t: 'media',
    sid,
    id: `${media}-ask`,
    media,
    step: 'ask',
    kind: 'av',
    wants: { audio: true },
  });
  await agent.ask({ t: 'media', sid, id: `${media}-take`, media, step: 'take' });
  return media;
}
