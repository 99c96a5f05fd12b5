/** Whether a key in the message box sends: Enter, unless it makes a new line (with Shift) or ends a composition. */
export const isSendKey = ({
  key,
  shiftKey,
  isComposing,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing'>): boolean =>
  key === 'Enter' && !shiftKey && !isComposing;
