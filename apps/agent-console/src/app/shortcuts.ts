/** A key that works anywhere on the page, with Alt held. */
export interface Shortcut {
  /** An element with this `data-shortcut` is clicked, or gets the focus. */
  readonly id: string;
  /** The key by its place on the keyboard, so that it is the same whatever Alt writes with it. */
  readonly code: string;
  readonly key: string;
  readonly does: string;
  readonly focuses?: true;
}

/** All of them, as the help lists them. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'accept', code: 'KeyA', key: 'A', does: 'Accept the chat that waits longest' },
  { id: 'waiting', code: 'KeyW', key: 'W', does: 'Go to the chats that wait', focuses: true },
  { id: 'message', code: 'KeyM', key: 'M', does: 'Go to the message box', focuses: true },
  { id: 'replies', code: 'KeyR', key: 'R', does: 'Canned replies' },
  { id: 'attach', code: 'KeyU', key: 'U', does: 'Attach a file' },
  { id: 'video', code: 'KeyV', key: 'V', does: 'Accept a video call, or start one' },
  { id: 'app', code: 'KeyP', key: 'P', does: 'Send an app message' },
  { id: 'callback', code: 'KeyC', key: 'C', does: 'Record a callback' },
  { id: 'invite', code: 'KeyI', key: 'I', does: 'Invite another agent' },
  { id: 'transfer', code: 'KeyT', key: 'T', does: 'Transfer the chat' },
  { id: 'leave', code: 'KeyL', key: 'L', does: 'Leave the chat' },
  { id: 'end', code: 'KeyX', key: 'X', does: 'End the chat, or close it when it is over' },
  { id: 'help', code: 'Slash', key: '/', does: 'This help' },
];

/** How a screen reader names it. */
export const ariaKey = (id: string): string | undefined => {
  const found = shortcuts.find((each) => each.id === id);
  return found === undefined ? undefined : `Alt+${found.key}`;
};
