import { noVendorWord } from './noVendorWord.mjs';
import { rooms } from './rooms.mjs';
import { separateVendors } from './separateVendors.mjs';

/** Offhook's own rules: what ARCHITECTURE.md says and no ready-made rule can check. */
export const offhook = {
  meta: { name: 'offhook' },
  rules: { 'no-vendor-word': noVendorWord, rooms, 'separate-vendors': separateVendors },
};
