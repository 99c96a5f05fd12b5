import type { MediaEndReason } from '@offhook/core';

const asWished: readonly (MediaEndReason | undefined)[] = [undefined, 'hung-up', 'declined', 'chat-ended'];

/** Whether something came to nothing, or broke off, for a reason that somebody can do something about. */
export const isTrouble = ({ endReason }: { readonly endReason?: MediaEndReason }): boolean =>
  !asWished.includes(endReason);
