import { createApi, type Lifecycle } from '../api/createApi.js';
import { eventShapes, type EventName, type Mode } from '../api/events.js';
import type { LiveChatApi } from '../api/liveChatApi.js';
import type { Env, UploadModule } from '../boot/env.js';
import type { BackEnd, Jar } from './backEnd.js';

/** An event that a page was told. */
export interface Told {
  readonly name: EventName;
  readonly args: readonly unknown[];
  /** Virtual milliseconds. */
  readonly at: number;
  /** Events of one task have the same number. */
  readonly task: number;
}

/** A page that includes the script and sets every slot. */
export interface Page {
  readonly api: LiveChatApi;
  readonly lifecycle: Lifecycle;
  readonly env: Env;
  readonly id: string;
  readonly told: Told[];
  /** What was thrown by handlers. */
  readonly reported: unknown[];
  readonly notes: string[];
  /** The arguments of each event of that name, in order. */
  of(name: EventName): readonly (readonly unknown[])[];
  names(): readonly EventName[];
}

/** One browser: what its pages have in common is the cookie. */
export interface Browser {
  readonly jar: Jar;
  page(mode?: Mode, changes?: Partial<Env>): Page;
}

let ids = 0;

/** Opens a browser; `keepsCookies` false is one that blocks those of the chat server. */
export function openBrowser(backEnd: BackEnd, keepsCookies = true): Browser {
  const jar: Jar = { cookie: undefined, keeps: keepsCookies };
  const { clock } = backEnd;
  return {
    jar,
    page(mode = 'single', changes = {}) {
      const made: string[] = [];
      const reported: unknown[] = [];
      const notes: string[] = [];
      const env: Env = {
        base: 'https://chat.example/tetherfi/livechat/',
        clock,
        fetch: (url, init) => backEnd.fetch(jar, url, init),
        openSocket: (url, on) => backEnd.openSocket(jar, url, on),
        openEvents: (url, on) => backEnd.openEvents(jar, url, on),
        beacon: (url, body) => backEnd.beacon(jar, url, body),
        cookiesEnabled: () => true,
        randomId() {
          const id = `r${(ids += 1)}`;
          made.push(id);
          return id;
        },
        random: () => 0.5,
        report: (error) => void reported.push(error),
        note: (_type, unit, msg) => void notes.push(`${unit}: ${msg}`),
        loadUploads: (): Promise<UploadModule> => Promise.reject(new Error('not here')),
        ...changes,
      };
      const { api, lifecycle } = createApi(env, mode);
      const told: Told[] = [];
      for (const name of Object.keys(eventShapes) as EventName[])
        api[name] = (...args: unknown[]) =>
          told.push({ name, args, at: clock.monotonic(), task: clock.task });
      return {
        api,
        lifecycle,
        env,
        id: made[0] ?? '',
        told,
        reported,
        notes,
        of: (name) => told.filter((one) => one.name === name).map(({ args }) => args),
        names: () => told.map(({ name }) => name),
      };
    },
  };
}
