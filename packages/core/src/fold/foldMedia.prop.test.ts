import * as fc from 'fast-check';
import type { Chat } from '../model/chat.js';
import { isLiveMedia, type ShareState, type VideoState } from '../model/chatMedia.js';
import type { EventType } from '../model/event.js';
import {
  chatStates,
  foldFacts,
  shareSteps,
  start,
  videoSteps,
  type ChatFacts,
} from '../testing/chatSetUp.js';
import { property } from '../testing/property.js';

const videoState = fc.constantFrom(...(Object.keys(videoSteps) as VideoState[]));
const shareState = fc.constantFrom(...(Object.keys(shareSteps) as ShareState[]));

const video = fc.record(
  {
    state: videoState,
    by: fc.constantFrom('customer' as const, 'agent' as const),
    muted: fc.boolean(),
    connectedAt: fc.option(fc.constantFrom(start - 1, start + 1), { nil: undefined }),
    quality: fc.option(fc.constant({ level: 'good' } as const), { nil: undefined }),
    endReason: fc.constantFrom('hung-up' as const, 'lost' as const),
  },
  { requiredKeys: [] },
);
const share = fc.record(
  { state: shareState, startedAt: fc.option(fc.constant(start - 1), { nil: undefined }) },
  { requiredKeys: [] },
);

/** Mostly calls and shares in a chat that goes on, so that they come far. */
const story: fc.Arbitrary<readonly ChatFacts[]> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ video }) },
      { weight: 4, arbitrary: fc.record({ screen: share, cobrowse: share }) },
      { weight: 1, arbitrary: fc.record({ state: fc.constantFrom(...chatStates), video }) },
    ),
    { maxLength: 30 },
  )
  .map((steps) => [{ state: 'connected' }, ...steps]);

function tell(
  steps: readonly ChatFacts[],
  check: (before: Chat | undefined, next: ReturnType<typeof foldFacts>, facts: ChatFacts) => void,
): void {
  let chat: Chat | undefined;
  steps.forEach((each, index) => {
    const next = foldFacts(chat, each, start + index);
    check(chat, next, each);
    chat = next.chat;
  });
}

const kinds = [
  { media: 'video', began: 'video.connected', ended: 'video.disconnected' },
  { media: 'screen', began: 'screen.started', ended: 'screen.stopped' },
  { media: 'cobrowse', began: 'cobrowse.connected', ended: 'cobrowse.disconnected' },
] as const;

property(
  'each call, share and session is told at most once as connected, and once as over, in whatever order things are reported',
  [story],
  (steps) => {
    for (const { media, began, ended } of kinds) {
      /** What was told of each of them, one after another. */
      const told: { began: number; ended: number; over: boolean }[] = [];
      tell([...steps, { state: 'ended' }], (before, { chat, events }) => {
        const count = (type: EventType): number => events.filter((event) => event.type === type).length;
        if (isLiveMedia(chat?.[media]) && !isLiveMedia(before?.[media]))
          told.push({ began: 0, ended: 0, over: false });
        const last = told.at(-1);
        expect(count(began) + count(ended)).toBeLessThanOrEqual(last === undefined ? 0 : 1);
        if (last === undefined) return;
        last.began += count(began);
        last.ended += count(ended);
        last.over = !isLiveMedia(chat?.[media]);
        expect(last.ended).toBe(last.over ? 1 : 0);
      });
      for (const each of told) {
        expect(each.began).toBeLessThanOrEqual(1);
        if (each.over) expect(each.ended).toBe(1);
      }
    }
  },
);

property('nothing goes on in a chat that is over', [story], (steps) => {
  tell(steps, (_, { chat }) => {
    if (chat?.state !== 'ended' && chat?.state !== 'failed') return;
    for (const { media } of kinds) expect(isLiveMedia(chat[media])).toBe(false);
  });
});

property('saying of a call the same thing twice changes nothing', [story], (steps) => {
  tell(steps, (_, { chat, events }, each) => {
    if (events.some(({ type }) => type === 'protocol.violation')) return;
    expect(foldFacts(chat, each)).toEqual({ chat, events: [] });
    expect(foldFacts(chat, each).chat).toBe(chat);
  });
});

property('a connected call knows since when, as long as it lasts', [story], (steps) => {
  tell(steps, (before, { chat }) => {
    if (chat?.video?.state === 'connected') expect(chat.video.connectedAt).toBeDefined();
    if (chat?.screen?.state === 'on') expect(chat.screen.startedAt).toBeDefined();
    if (isLiveMedia(before?.video) && before.video.connectedAt !== undefined)
      expect(chat?.video?.connectedAt).toBeDefined();
  });
});
