import type { CaptchaImage, ChatPage } from '../channel/chatPage.js';

type Slots = Record<string, unknown>;

/** What a function of the fake's does when it is called. */
export type Deed = (...args: readonly unknown[]) => unknown;

/** A call that the vendor's object got. */
export type Called = readonly [name: string, ...args: unknown[]];

const functions = [
  'Open',
  'Start',
  'Close',
  'End',
  'SendMessage',
  'SendAppMessage',
  'NotifyTypingStateChange',
  'RequestCallback',
  'GetAccessToken',
  'uploadFiles',
  'prepareDownloadURL',
  'CreateCampaignContact',
  'setCaptchaImage',
  'resetCaptchaImage',
  'slog',
];

/** The vendor's global object as its document has it: functions that give nothing back, and slots that the page fills. */
export interface FakeLivechat {
  readonly object: Slots;
  readonly calls: readonly Called[];
  /** Arguments of the calls of one function. */
  callsOf(name: string): readonly (readonly unknown[])[];
  /** What a function does from now on, such as firing a slot. */
  on(name: string, deed: Deed): void;
  /** Gives the object a function more, as a script does that is loaded later. */
  install(name: string, deed: Deed): void;
  /** Fires a slot as the script does: whatever function is in there now. */
  fire(slot: string, ...args: readonly unknown[]): void;
}

/** @param without functions that this script has not, or has under another name */
export function fakeLivechat(without: readonly string[] = [], also: readonly string[] = []): FakeLivechat {
  const calls: Called[] = [];
  const deeds = new Map<string, Deed>();
  const object: Slots = {};
  function add(name: string): void {
    object[name] = (...args: unknown[]): unknown => {
      calls.push([name, ...args]);
      return deeds.get(name)?.(...args);
    };
  }

  for (const name of [...functions.filter((each) => !without.includes(each)), ...also]) add(name);
  return {
    object,
    calls,
    callsOf: (name) => calls.filter(([each]) => each === name).map(([, ...args]) => args),
    on: (name, deed) => void deeds.set(name, deed),
    install(name, deed) {
      deeds.set(name, deed);
      add(name);
    },
    fire(slot, ...args) {
      const handler = object[slot];
      if (typeof handler === 'function') (handler as Deed)(...args);
    },
  };
}

/** A page that the script is loaded into. */
export interface FakePage extends ChatPage {
  /** What was asked for, in order. */
  readonly loaded: readonly string[];
  /** What becomes of loading from now on; the objects are there once it has come. */
  loads(how: (url: string) => Promise<void>): void;
  /** Images whose answer didn't matter. */
  readonly fetched: readonly string[];
  leave(): void;
  comeBack(): void;
  /** How many listen to its life. */
  readonly listeners: number;
  readonly stored: ReadonlyMap<string, string>;
}

/** @param objects what the script makes of the page's globals */
export function fakePage(
  objects: Readonly<Record<string, object>>,
  stored = new Map<string, string>(),
): FakePage {
  const loaded: string[] = [];
  const fetched: string[] = [];
  const lives = new Set<(lives: boolean) => void>();
  let there = false;
  let load: (url: string) => Promise<void> = () => Promise.resolve();

  function image(): CaptchaImage {
    const element = { src: '' };
    return { element, address: () => element.src };
  }

  return {
    loaded,
    fetched,
    stored,
    get listeners() {
      return lives.size;
    },
    loads: (how) => void (load = how),
    vendor: (name) => (there ? objects[name] : undefined),
    async load(url) {
      loaded.push(url);
      await load(url);
      there = true;
    },
    async loadStyle(url) {
      loaded.push(url);
      await load(url);
    },
    image,
    fetchImage(url) {
      fetched.push(url);
      return Promise.resolve();
    },
    fileList: (files) => files,
    onLife(listener) {
      lives.add(listener);
      return () => lives.delete(listener);
    },
    leave: () => [...lives].forEach((each) => each(false)),
    comeBack: () => [...lives].forEach((each) => each(true)),
    memory: {
      read: (key) => stored.get(key),
      write: (key, value) => void (value === undefined ? stored.delete(key) : stored.set(key, value)),
    },
  };
}
