/**
 * Makes a `<dialog>` with a form the question it is: shown at once, answered by the button with the value `allow`, denied
 * by any other and by Escape. One whose answer came to nothing is shown again.
 *
 * @param answer - Resolves to whether the question has its answer.
 * @returns What leaves the element alone again.
 */
export function attachConsent(
  dialog: HTMLDialogElement,
  { byAgent, answer }: { readonly byAgent: boolean; readonly answer: (allowed: boolean) => Promise<boolean> },
): () => void {
  let isAttached = true;
  let isByButton = false;

  function show(): void {
    if (!dialog.open) dialog.showModal();
    // Whoever writes while an agent asks must not press a button by that.
    if (byAgent) dialog.focus();
  }

  async function give(allowed: boolean): Promise<void> {
    const isAnswered = await answer(allowed);
    if (!isAnswered && isAttached && dialog.isConnected) show();
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    isByButton = true;
    // Closed before it may be removed: so the browser gives the focus back.
    dialog.close();
    // Within the click: browsers ask for a screen at no other time.
    void give(event.submitter instanceof HTMLButtonElement && event.submitter.value === 'allow');
  }

  function onClose(): void {
    if (!isByButton) void give(false);
    isByButton = false;
  }

  dialog.addEventListener('submit', onSubmit);
  dialog.addEventListener('close', onClose);
  show();
  return () => {
    isAttached = false;
    dialog.removeEventListener('submit', onSubmit);
    dialog.removeEventListener('close', onClose);
  };
}
