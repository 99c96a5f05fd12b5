import { type AgentLink, type AgentPeer } from './agentPeer.js';
import { askOfAgent } from './asks/agentAsk.js';
import { isInChat } from './asks/callback.js';
import { askOfPage } from './asks/pageAsk.js';
import { type CallbackRecord, type ChatHub, type ChatHubOptions } from './chatHub.js';
import { pageKey } from './desk/desk.js';
import { AgentPageLink } from './peers/agentPageLink.js';
import { PageLink } from './peers/pageLink.js';
import { addFile, fileNamed } from './site/chatFiles.js';
import { chatStatus } from './site/chatStatus.js';
import { LifeSigns } from './site/lifeSigns.js';
import { readableChat } from './site/readable.js';
import { keepRetention } from './site/retention.js';
import { Rooms } from './site/rooms.js';
import { streams } from './streams.js';
import { hubTopic } from './told.js';
import { type Visitor, type VisitorLink } from './visitor.js';

/**
 * One node of the live-chat back end, without HTTP: what pages and agents ask comes in as frames, what they are told goes out
 * as frames. What lasts is in the log alone.
 *
 * @example
 * const hub = createChatHub({ log, clock: systemClock, ids, node: randomUUID(), settings: () => defaultSettings, admission });
 * const link = hub.visitor({ site: 'main', web, page, tell: (frame) => socket.send(frameText(frame)) });
 * const answer = await link.ask({ t: 'hello', n: 1, v: 1, page });
 */
export function createChatHub(options: ChatHubOptions): ChatHub {
  const { log, clock, node, metrics } = options;
  const problem = (what: string, error: unknown): void => options.onProblem?.(what, error);
  const rooms = new Rooms(options);
  const life = new LifeSigns(options, rooms, (error) => problem('beat', error));
  const stopRetention = keepRetention(log, clock, rooms, (error) => problem('retention', error));
  let draining = false;
  let closed = false;
  let loadError: unknown;
  const loaded = life
    .start()
    .then(() => rooms.load(log))
    .catch((error: unknown) => {
      loadError = error;
      problem('load', error);
    });

  function visitor(peer: Visitor): VisitorLink {
    const room = rooms.of(peer.site);
    const link = new PageLink(room, peer);
    metrics?.connected?.('c', 1);
    return {
      ask: (request) => askOfPage(link, request, { draining, nodeChats: rooms.nodeChats }),
      gone() {
        if (link.isGone) return;
        link.isGone = true;
        metrics?.connected?.('c', -1);
        const current = room.pages.get(link.key);
        room.leave(link);
        const isLast = current === undefined || current === link;
        if (!closed && isLast && room.state.pages.has(link.key)) room.presence.lost(peer.web, peer.page);
      },
    };
  }

  function agent(peer: AgentPeer): AgentLink {
    const room = rooms.of(peer.site);
    const link = new AgentPageLink(room, peer);
    let isGone = false;
    metrics?.connected?.('a', 1);
    return {
      ask: (request) => askOfAgent(link, request),
      gone() {
        if (isGone) return;
        isGone = true;
        metrics?.connected?.('a', -1);
        const isLast = room.dropAgent(link);
        link.retire();
        if (closed || !isLast || !room.state.agents.has(peer.agent.id)) return;
        const lost = room.desk.run({ t: 'agentLost', agent: peer.agent.id, node });
        lost.catch((error: unknown) => problem('agentLost', error));
      },
    };
  }

  async function records<Kind>(
    stream: string,
    read: (data: unknown, id: string, time: string) => Kind,
  ): Promise<readonly Kind[]> {
    const all = await log.read(stream, 0);
    return all.map(({ id, time, data }) => read(JSON.parse(data), id, new Date(time).toISOString()));
  }

  return {
    visitor,
    agent,

    async closePage(site, web, page, sid) {
      const room = rooms.of(site);
      const starting = room.pages.get(pageKey(web, page))?.starting;
      if (starting !== undefined && sid === undefined) starting.closed = true;
      await room.desk.run({ t: 'close', web, page, sid });
    },

    chatOf: (site, web, page, sid) => readableChat(rooms.of(site), web, page, sid),

    async agentChat(site, agentId, sid) {
      const room = rooms.of(site);
      await room.desk.ready();
      const isIn = isInChat(room, { id: agentId, name: '' }, sid);
      return isIn ? { sid, live: true, attached: true } : undefined;
    },

    addFile: (site, sid, by, file, who) => addFile(rooms.of(site), sid, by, file, who),
    fileNamed: (site, sid, name) => fileNamed(rooms.of(site), sid, name),

    captchaReset(site, web, exceptPage) {
      const except = exceptPage === undefined ? {} : { except: exceptPage };
      rooms.of(site).tellAll({ t: 'captcha', site, web, ...except });
    },

    async isLive(site, web) {
      const room = rooms.of(site);
      await room.desk.ready();
      if (room.state.byWeb.has(web)) return true;
      await room.desk.refresh();
      return room.state.byWeb.has(web);
    },

    async chats(site) {
      const room = rooms.of(site);
      await room.desk.refresh();
      await room.desk.settle();
      return chatStatus(room);
    },

    callbacks: (site) =>
      records(streams.callbacks(site), (data, _id, time) => {
        const { sid, number, by } = data as Omit<CallbackRecord, 'time'>;
        return { sid, number, by, time };
      }),

    campaign: (site) => records(streams.campaign(site), (data, id, time) => ({ id, data, time })),

    async reset(site) {
      const prefixes = [streams.chat(site, ''), streams.customer(site, '')];
      const found = await Promise.all(prefixes.map((prefix) => log.streams(prefix)));
      rooms.forget(site);
      await log.forget([
        streams.desk(site),
        streams.callbacks(site),
        streams.campaign(site),
        ...found.flat(),
      ]);
      // Whoever came meanwhile came to a desk that is no more.
      rooms.forget(site);
      log.tell(hubTopic, JSON.stringify({ t: 'reset', site, from: node }));
    },

    drain() {
      draining = true;
    },

    async close() {
      if (closed) return;
      closed = true;
      draining = true;
      await loaded;
      stopRetention();
      for (const room of rooms.all) {
        await room.presence.settled();
        await room.desk
          .run({ t: 'nodesDead', nodes: [node] })
          .catch((error: unknown) => problem('close', error));
        room.disconnect();
      }
      rooms.close();
      await life.stop().catch((error: unknown) => problem('close', error));
    },

    async ready() {
      await loaded;
      if (closed || draining) return 'draining';
      if (loadError !== undefined) {
        // The store was away when this node came up: tried anew with each question.
        const failed = await rooms.load(log).then(
          () => undefined,
          (error: unknown) => error,
        );
        loadError = failed;
        if (failed !== undefined) return 'The chats cannot be read now.';
      }
      return log.ready();
    },
  };
}
