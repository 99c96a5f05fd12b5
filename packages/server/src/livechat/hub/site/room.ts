import type { CustomerFrame } from '@offhook/livechat';
import { type SessionLog } from '../../log/sessionLog.js';
import { Bucket } from '../bucket.js';
import { type ChatHubOptions } from '../chatHub.js';
import { type Desk, pageKey } from '../desk/desk.js';
import { type DeskEvent } from '../desk/deskEvent.js';
import { ChatFeeds } from '../feed/chatFeeds.js';
import { type AgentPageLink } from '../peers/agentPageLink.js';
import { type PageLink } from '../peers/pageLink.js';
import { type ChatRate, type Settings } from '../settings.js';
import { hubTopic, type Told } from '../told.js';
import { Typing, type TellTyping } from '../typing.js';
import { DeskSite } from './deskSite.js';
import { DeskTeller } from './deskTeller.js';
import { tellHistory } from './history.js';
import { Presence } from './presence.js';
import { QueueTeller } from './queueTeller.js';
import { toldSignal } from './signals.js';
import { toldTyping } from './toldTyping.js';

/** Who types. */
export type Typist =
  { readonly by: 'c' } | { readonly by: 'a'; readonly agent: string; readonly name: string };

/** What is kept of a web session while a page of it is linked here. */
export interface WebVisit {
  readonly links: Set<PageLink>;
  readonly bucket: Bucket;
  /** Starts are answered one after another. */
  starts: Promise<unknown>;
}

/** A site at this node: its desk, and the pages and agents that are linked here. */
export class Room {
  readonly name: string;
  readonly options: ChatHubOptions;
  readonly log: SessionLog;
  readonly desk: DeskSite;
  readonly feeds: ChatFeeds;
  readonly typing: Typing;
  readonly presence: Presence;
  readonly pages = new Map<string, PageLink>();
  readonly agents = new Map<string, Set<AgentPageLink>>();
  readonly #webs = new Map<string, WebVisit>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #queueTeller: QueueTeller;
  readonly #deskTeller: DeskTeller;

  constructor(name: string, options: ChatHubOptions) {
    this.name = name;
    this.options = options;
    this.log = options.log;
    const { log, clock, ids, metrics } = options;
    this.feeds = new ChatFeeds(name, log, (error) => this.problem('read', error));
    this.typing = new Typing(clock);
    this.desk = new DeskSite(name, {
      log,
      clock,
      ids,
      settings: () => this.settings(),
      onEvent: (event) => this.#happened(event),
      onChange: () => {
        this.#queueTeller.ask();
        this.#deskTeller.ask();
      },
      onCallback: (callback) => options.onCallback?.(name, callback),
      onForgotten: () => this.disconnect(),
      onProblem: (what, error) => this.problem(what, error),
      onConflict: () => metrics?.conflict?.(),
    });
    this.presence = new Presence(this.desk, options.node, (error) => this.problem('presence', error));
    this.#queueTeller = new QueueTeller(this);
    this.#deskTeller = new DeskTeller(this);
  }

  /** The desk's state, to read only. */
  get state(): Desk {
    return this.desk.desk;
  }

  now(): number {
    return this.options.clock.now();
  }

  settings(): Settings {
    return this.options.settings(this.name);
  }

  problem(what: string, error: unknown): void {
    this.options.onProblem?.(what, error);
  }

  /** The page's connection from now on; an older one is told nothing more. */
  enter(link: PageLink): void {
    const older = this.pages.get(link.key);
    if (older === link) return;
    older?.retire();
    older?.visitor.close?.();
    this.pages.set(link.key, link);
    link.isCurrent = true;
    this.web(link.visitor.web).links.add(link);
  }

  leave(link: PageLink): void {
    if (this.pages.get(link.key) === link) this.pages.delete(link.key);
    link.retire();
    const visit = this.#webs.get(link.visitor.web);
    visit?.links.delete(link);
    if (visit?.links.size === 0) this.#webs.delete(link.visitor.web);
  }

  addAgent(link: AgentPageLink): void {
    const { id } = link.peer.agent;
    const links = this.agents.get(id) ?? new Set();
    this.agents.set(id, links.add(link));
    link.isIn = true;
  }

  /** Whether it was the agent's last one here. */
  dropAgent(link: AgentPageLink): boolean {
    const { id } = link.peer.agent;
    const links = this.agents.get(id);
    links?.delete(link);
    if (links !== undefined && links.size > 0) return false;
    this.agents.delete(id);
    return true;
  }

  web(name: string): WebVisit {
    const known = this.#webs.get(name);
    if (known !== undefined) return known;
    const bucket = new Bucket(this.settings().rates.perWebSession, this.now());
    const visit: WebVisit = { links: new Set(), bucket, starts: Promise.resolve() };
    this.#webs.set(name, visit);
    return visit;
  }

  /** Takes one from what may be sent; 0, or how many milliseconds to wait. */
  takeOf(key: string, rate: ChatRate): number {
    const bucket = this.#buckets.get(key) ?? new Bucket(rate, this.now());
    this.#buckets.set(key, bucket);
    return bucket.take(rate, this.now());
  }

  tellAll(told: Told): void {
    this.log.tell(hubTopic, JSON.stringify(told));
  }

  tellTyping(sid: string, typist: Typist): TellTyping {
    return (state) => this.tellAll({ t: 'typing', site: this.name, sid, state, ...typist });
  }

  tellQueue(link: PageLink): void {
    this.#queueTeller.tellPage(link);
  }

  tellDesk(): void {
    this.#deskTeller.ask();
  }

  /** What a node told all. */
  told(told: Told): void {
    if (told.t === 'typing') toldTyping(this, told);
    if (told.t === 'signal') toldSignal(this, told);
    if (told.t === 'history') void tellHistory(this, told.sid, told.customer);
    if (told.t !== 'captcha') return;
    const frame: CustomerFrame = { t: 'captcha' };
    for (const link of this.#webs.get(told.web)?.links ?? [])
      if (link.isCurrent && link.visitor.page !== told.except) link.tell(frame);
  }

  /** Closes all connections; the pages come back by themselves. */
  disconnect(): void {
    for (const link of [...this.pages.values()]) {
      this.leave(link);
      link.visitor.close?.();
    }
    for (const link of [...this.agents.values()].flatMap((links) => [...links])) {
      link.retire();
      link.peer.close?.();
    }
    this.agents.clear();
    this.#queueTeller.forget();
  }

  close(): void {
    this.desk.close();
    this.typing.close();
    this.#queueTeller.stop();
    this.#deskTeller.stop();
  }

  /** What an event of the desk means for those who are linked here. */
  #happened(event: DeskEvent): void {
    switch (event.t) {
      case 'opened':
        if (event.node === this.options.node) return;
        for (const { web, page } of event.pages) this.#movedAway(this.pages.get(pageKey(web, page)));
        return;
      case 'left': {
        const link = this.pages.get(pageKey(event.web, event.page));
        for (const sid of event.sids) link?.hide(sid);
        return;
      }
      case 'connected':
        this.#queueTeller.forget(event.sid);
        for (const link of this.agents.get(event.agent.id) ?? [])
          link.join(event.sid, 0).catch((error: unknown) => this.problem('join', error));
        return;
      case 'ended':
        this.#buckets.delete(event.sid);
        this.#queueTeller.forget(event.sid);
        return;
      case 'agentOut':
        for (const link of this.agents.get(event.agent) ?? []) this.#dismiss(link);
        return;
      default:
    }
  }

  #movedAway(link: PageLink | undefined): void {
    if (link === undefined) return;
    this.leave(link);
    link.visitor.close?.();
  }

  #dismiss(link: AgentPageLink): void {
    if (!link.isIn) return;
    this.dropAgent(link);
    // In a later turn, so that the entries of the leaving and the answer to a logout are told before.
    setImmediate(() => {
      link.retire();
      link.peer.close?.();
    });
  }
}
