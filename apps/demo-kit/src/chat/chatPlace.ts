/** How far the floating chat has been moved from its corner; pixels, to the right and down. */
export interface ChatPlace {
  readonly x: number;
  readonly y: number;
}

/** A box on the screen, or the screen itself. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The corner where it is at first. */
export const homePlace: ChatPlace = { x: 0, y: 0 };

/** This much stays between it and the edge of the screen. */
const margin = 8;

/** The nearest place at which all of it can be seen. `home` is its box where it has not been moved. */
export function placeWithin(wanted: ChatPlace, home: Box, screen: Pick<Box, 'width' | 'height'>): ChatPlace {
  return {
    x: within(wanted.x, home.left, home.width, screen.width),
    y: within(wanted.y, home.top, home.height, screen.height),
  };
}

function within(wanted: number, start: number, length: number, room: number): number {
  const least = margin - start;
  const most = room - margin - length - start;
  // What is larger than the screen stays where the stylesheet has it.
  return most < least ? 0 : Math.round(Math.min(Math.max(wanted, least), most));
}

const step = 24;

const steps: Readonly<Record<string, ChatPlace>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** Where a key on the handle moves it; `undefined` for a key that moves nothing. */
export function placeForKey(key: string, { x, y }: ChatPlace): ChatPlace | undefined {
  if (key === 'Home') return homePlace;
  const by = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return by && { x: x + by.x, y: y + by.y };
}
