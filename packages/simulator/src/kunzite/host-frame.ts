import { isRecord } from '../frame.js';
import { dialCall } from './call-desk.js';
import { refusesToDial } from './refuses-to-dial.js';
import type { Tab } from './tab.js';

const LONGEST_NUMBER = 100;

/** Dials at once or not at all: neither is acknowledged, and what can't be dialled is ignored in silence. */
function clickToCall(tab: Tab, data: unknown): void {
  const { session } = tab;
  if (!isRecord(data) || typeof data['number'] !== 'string') return;
  const number = data['number'].trim();
  if (number.length > LONGEST_NUMBER || refusesToDial(session, number) !== undefined) return;
  dialCall(session, { remote: { number } });
}

/** Whatever the host sends, from whatever origin. The softphone knows two types, and ignores all others. */
export function hostFrame(tab: Tab, data: unknown): void {
  if (isRecord(data) && data['type'] === 'click2call') clickToCall(tab, data['data']);
}
