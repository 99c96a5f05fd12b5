/** Puts the cursor into the message box, once the page shows the chat. */
export function focusMessageBox(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-shortcut="message"]')?.focus());
}
