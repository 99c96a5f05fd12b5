import { isText } from '../wire/shape.js';

/** The calls and shown pages that are this page's own: loaded anew, it goes on with them. */
export interface KeptMedia {
  has(media: string): boolean;
  add(media: string): void;
  remove(media: string): void;
}

/** More than one page has at a time; the rest is of chats that ended while it was away. */
const most = 16;

/** In `sessionStorage`; where that is blocked, only until the page is loaded anew. */
export function keptMedia(site: string | undefined): KeptMedia {
  const key = `offhook.agent.media.${site ?? ''}`;

  function read(): readonly string[] {
    try {
      const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
      return Array.isArray(value) ? value.filter(isText) : [];
    } catch {
      return [];
    }
  }

  let own = read();

  function keep(next: readonly string[]): void {
    own = next.slice(-most);
    try {
      sessionStorage.setItem(key, JSON.stringify(own));
    } catch {
      // Then it isn't kept.
    }
  }

  return {
    has: (media) => own.includes(media),
    add: (media) => keep([...own.filter((each) => each !== media), media]),
    remove(media) {
      if (own.includes(media)) keep(own.filter((each) => each !== media));
    },
  };
}
