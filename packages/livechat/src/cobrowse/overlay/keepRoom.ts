import { prefix } from './element.js';

export interface RoomOptions {
  readonly window: Window;
  /** What is to have the properties: the page's root. */
  readonly root: HTMLElement;
  /** What covers a strip of the page at its top or its bottom. */
  readonly bar: Element;
}

const names = { top: `--${prefix}-top`, bottom: `--${prefix}-bottom` } as const;

/**
 * Tells the page's own styles how much of the window the bar covers, in two properties of the root, so that a page can move
 * away from it. They are recorded like all others: the agent sees the page moved, too. Returns what takes them back.
 */
export function keepRoom({ window, root, bar }: RoomOptions): () => void {
  let told = '';
  const measure = (): void => {
    const { top, bottom } = bar.getBoundingClientRect();
    const isAtTop = top + bottom < window.innerHeight;
    const covered = Math.ceil(isAtTop ? bottom : window.innerHeight - top);
    const now = `${isAtTop ? 'top' : 'bottom'} ${covered}`;
    // Each change of the root's styles is recorded.
    if (now === told) return;
    told = now;
    root.style.setProperty(names.top, `${isAtTop ? covered : 0}px`);
    root.style.setProperty(names.bottom, `${isAtTop ? 0 : covered}px`);
  };
  // The style sheet may come later than the script, and texts may break anew.
  const sized = typeof ResizeObserver === 'function' ? new ResizeObserver(measure) : undefined;
  sized?.observe(bar);
  window.addEventListener('resize', measure);
  measure();
  return () => {
    sized?.disconnect();
    window.removeEventListener('resize', measure);
    for (const name of Object.values(names)) root.style.removeProperty(name);
    if (root.style.length === 0) root.removeAttribute('style');
  };
}
