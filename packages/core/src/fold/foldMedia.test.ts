import type { Chat } from '../model/chat.js';
import type { ShareState, VideoState } from '../model/chatMedia.js';
import { chatAfter, foldFacts, shareSteps, start, videoSteps, type ChatFacts } from '../testing/chatSetUp.js';

const videoStates = Object.keys(videoSteps) as readonly VideoState[];
const shareStates = Object.keys(shareSteps) as readonly ShareState[];

const connected: ChatFacts = { state: 'connected', agents: [{ id: 'kim', name: 'Kim' }] };
const withVideo = (...states: readonly VideoState[]): Chat =>
  chatAfter(connected, ...states.map((state) => ({ video: { state } })));
const typesOf = (chat: Chat | undefined, facts: ChatFacts): readonly string[] =>
  foldFacts(chat, facts).events.map(({ type }) => type);

/** What leads to a state, from none. */
const ways: Readonly<Record<VideoState, readonly VideoState[]>> = {
  requested: ['requested'],
  calling: ['calling'],
  connecting: ['calling', 'connecting'],
  connected: ['connecting', 'connected'],
  reconnecting: ['connecting', 'connected', 'reconnecting'],
  ended: ['connecting', 'connected', 'ended'],
};

describe.each(videoStates)('a video call that is %s', (from) => {
  const before = withVideo(...ways[from]);

  it.each(videoStates.filter((to) => to !== from))('may become %s only along the steps', (to) => {
    const { chat, events } = foldFacts(before, { video: { state: to } });
    if (videoSteps[from].split(' ').includes(to)) expect(chat?.video?.state).toBe(to);
    else {
      expect(chat).toBe(before);
      expect(events).toEqual([{ type: 'protocol.violation', chatId: 'fake:1', media: 'video', from, to }]);
    }
  });
});

describe.each(['screen', 'cobrowse'] as const)('a %s', (kind) => {
  it.each(shareStates.flatMap((from) => shareStates.map((to) => [from, to] as const)))(
    'that is %s may become %s only along the steps',
    (from, to) => {
      const way: readonly ShareState[] = from === 'ended' ? ['on', 'ended'] : [from];
      const before = chatAfter(connected, ...way.map((state) => ({ [kind]: { state } })));
      const { chat, events } = foldFacts(before, { [kind]: { state: to } });
      if (from === to) expect(chat).toBe(before);
      else if (shareSteps[from].split(' ').includes(to)) expect(chat?.[kind]?.state).toBe(to);
      else expect(events).toEqual([{ type: 'protocol.violation', chatId: 'fake:1', media: kind, from, to }]);
    },
  );
});

describe('a video call', () => {
  it('begins with what a report leaves out', () => {
    expect(withVideo('requested').video).toEqual({
      state: 'requested',
      by: 'agent',
      video: true,
      muted: false,
      cameraOff: false,
      remote: { muted: false, cameraOff: false },
    });
    expect(chatAfter(connected, { video: { state: 'calling', video: false } }).video).toMatchObject({
      by: 'customer',
      video: false,
      cameraOff: true,
    });
  });

  it('is none where a report has facts alone', () => {
    expect(chatAfter(connected, { video: { muted: true } })).not.toHaveProperty('video');
  });

  it('was connected when that state first came, or when the vendor says', () => {
    const before = withVideo('connecting');
    const first = foldFacts(before, { video: { state: 'connected' } }, start + 5_000).chat;
    expect(first?.video?.connectedAt).toBe(start + 5_000);
    const lost = foldFacts(first, { video: { state: 'reconnecting' } }, start + 6_000).chat;
    const again = foldFacts(lost, { video: { state: 'connected', connectedAt: undefined } }, start + 9_000);
    expect(again.chat?.video?.connectedAt).toBe(start + 5_000);
    const told = foldFacts(before, { video: { state: 'connected', connectedAt: start - 1 } }, start);
    expect(told.chat?.video?.connectedAt).toBe(start - 1);
    expect(chatAfter(connected, { video: { state: 'connecting', connectedAt: 1 } }).video).not.toHaveProperty(
      'connectedAt',
    );
  });

  it('keeps what is not said, and lets go of what is said to be gone', () => {
    const quality = { level: 'good' } as const;
    const before = chatAfter(connected, { video: { state: 'connected', muted: true, quality } });
    const { chat } = foldFacts(before, { video: { remote: { muted: true, cameraOff: false } } });
    expect(chat?.video).toMatchObject({ state: 'connected', muted: true, quality });
    expect(foldFacts(chat, { video: { quality: undefined } }).chat?.video).not.toHaveProperty('quality');
    expect(foldFacts(chat, { video: { muted: undefined, by: undefined } }).chat).toBe(chat);
  });

  it('has a quality only while it is connected, and an end only when it is over', () => {
    const failure = { code: 'Busy', text: 'Busy.' };
    const quality = { level: 'poor' } as const;
    expect(
      chatAfter(connected, { video: { state: 'calling', quality, failure, endedBy: 'agent' } }).video,
    ).toEqual(withVideo('calling').video);
    const over = chatAfter(
      connected,
      { video: { state: 'connected', quality } },
      { video: { state: 'ended', endedBy: 'agent', endReason: 'failed', failure } },
    );
    expect(over.video).toMatchObject({ endedBy: 'agent', endReason: 'failed', failure });
    expect(over.video).not.toHaveProperty('quality');
  });

  it('that is over learns late why, and nothing else', () => {
    const { chat } = foldFacts(withVideo('connected', 'ended'), {
      video: { endReason: 'lost', endedBy: 'server', muted: true, connectedAt: 1 },
    });
    expect(chat?.video).toMatchObject({ state: 'ended', endReason: 'lost', muted: false });
    expect(chat?.video?.connectedAt).toBe(start);
  });

  it('that is over is followed by another that has nothing of it', () => {
    const before = chatAfter(
      connected,
      { video: { state: 'connected', muted: true } },
      { video: { state: 'ended', endReason: 'lost' } },
    );
    expect(foldFacts(before, { video: { state: 'calling' } }).chat?.video).toEqual(
      withVideo('calling').video,
    );
  });

  it('may be over from the first, which is no news', () => {
    const facts = { video: { state: 'ended', endReason: 'no-permission' } } as const;
    const before = chatAfter(connected);
    expect(foldFacts(before, facts).chat?.video).toMatchObject(facts.video);
    expect(typesOf(before, facts)).toEqual([]);
  });

  it('ends with its chat, and none begins in one that is over', () => {
    const before = chatAfter(connected, { video: { state: 'connected' }, cobrowse: { state: 'starting' } });
    const { chat, events } = foldFacts(before, { state: 'ended', endedBy: 'agent' });
    expect(chat?.video).toMatchObject({ state: 'ended', endReason: 'chat-ended', endedBy: 'agent' });
    expect(chat?.cobrowse).toMatchObject({ state: 'ended', endReason: 'chat-ended' });
    expect(events.map(({ type }) => type)).toEqual([
      'video.disconnected',
      'cobrowse.disconnected',
      'chat.ended',
    ]);
    expect(foldFacts(chat, { video: { state: 'calling' } }).chat).toBe(chat);
    expect(foldFacts(chat, { video: { endReason: 'lost' } }).chat?.video?.endReason).toBe('lost');
  });

  it('keeps its own end where that comes with the chat’s', () => {
    const own = { state: 'ended', endReason: 'hung-up', endedBy: 'customer' } as const;
    const { chat } = foldFacts(withVideo('connected'), { state: 'ended', endedBy: 'agent', video: own });
    expect(chat?.video).toMatchObject(own);
    const why = foldFacts(withVideo('connected'), { state: 'ended', video: { endReason: 'lost' } });
    expect(why.chat?.video).toMatchObject({ state: 'ended', endReason: 'lost' });
    const given = foldFacts(withVideo('connected'), { state: 'ended', endedBy: 'library' });
    expect(given.chat?.video).not.toHaveProperty('endedBy');
  });

  it('keeps its state at a forbidden step, and the rest of the report counts', () => {
    const { chat, events } = foldFacts(withVideo('connected'), { typing: true, video: { state: 'calling' } });
    expect(chat).toMatchObject({ typing: true, video: { state: 'connected' } });
    expect(events.map(({ type }) => type)).toEqual(['protocol.violation', 'chat.typing']);
  });
});

describe('what is told', () => {
  const steps: readonly (readonly [readonly VideoState[], VideoState, readonly string[]])[] = [
    [[], 'requested', ['video.requested']],
    [[], 'calling', []],
    [['requested'], 'connecting', []],
    [['connecting'], 'connected', ['video.connected']],
    [['calling'], 'connected', ['video.connected']],
    [['connected'], 'reconnecting', []],
    [['connected', 'reconnecting'], 'connected', []],
    [['reconnecting'], 'connected', ['video.connected']],
    [['connected'], 'ended', ['video.disconnected']],
    [['requested'], 'ended', ['video.disconnected']],
    [['connected', 'ended'], 'requested', ['video.requested']],
    [['connected', 'ended'], 'connected', ['video.connected']],
  ];
  it.each(steps)('of a video call after %j that is %s: %j', (before, to, told) => {
    expect(typesOf(withVideo(...before), { video: { state: to } })).toEqual(told);
  });

  it('of a call that waits when the chat is found', () => {
    expect(typesOf(undefined, { ...connected, video: { state: 'requested' } })).toContain('video.requested');
  });

  it('of a call that comes back after a reload: not again that it is connected', () => {
    const back = chatAfter(connected, { video: { state: 'reconnecting', connectedAt: start - 9_000 } });
    expect(back.video?.connectedAt).toBe(start - 9_000);
    expect(typesOf(back, { video: { state: 'connected' } })).toEqual([]);
  });

  it('of a screen and of a page that are shown: each once', () => {
    const shares = (state: ShareState): ChatFacts => ({ screen: { state }, cobrowse: { state } });
    const told = (['starting', 'on', 'reconnecting', 'on', 'ended'] as const).map((state, index, all) =>
      typesOf(chatAfter(connected, ...all.slice(0, index).map(shares)), shares(state)),
    );
    expect(told).toEqual([
      [],
      ['screen.started', 'cobrowse.connected'],
      [],
      [],
      ['screen.stopped', 'cobrowse.disconnected'],
    ]);
    const on = chatAfter(connected, shares('on'));
    expect([on.screen?.startedAt, on.cobrowse?.startedAt]).toEqual([start, start]);
  });
});
