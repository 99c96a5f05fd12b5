import type { PaneLabels } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** What the panes beside a softphone say, in the page's language. */
export const paneWords = (texts: Texts): PaneLabels => ({
  panes: texts.panes,
  close: texts.closePane,
  open: texts.open,
  popup: texts.openElsewhere,
});
