import { useId, useState, type ReactNode, type SubmitEvent } from 'react';

interface DialogProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What the button says that does it; without, there is only a button to close. */
  readonly action?: string | undefined;
  readonly danger?: boolean;
  readonly wide?: boolean;
  /** Does it; the dialog closes unless it resolves to false. */
  readonly onSubmit?: (() => Promise<boolean> | boolean) | undefined;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A window over the page that asks for something. The browser keeps the focus inside, closes it with Escape, and gives it back. */
export function Dialog({
  title,
  lead,
  action,
  danger = false,
  wide = false,
  onSubmit,
  onClose,
  children,
}: DialogProps) {
  const leadId = useId();
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = (await onSubmit?.()) ?? true;
    setBusy(false);
    if (done) dialog?.close();
  };

  return (
    <dialog
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-label={title}
      aria-describedby={lead === undefined ? undefined : leadId}
      onClose={onClose}
      ref={(element) => {
        setDialog(element);
        if (element?.open === false) element.showModal();
      }}
    >
      <h2 className="dialog-title">{title}</h2>
      {lead !== undefined && (
        <p className="soft" id={leadId}>
          {lead}
        </p>
      )}
      <form onSubmit={(event) => void submit(event)}>
        {children}
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => dialog?.close()}>
            {action === undefined ? 'Close' : 'Cancel'}
          </button>
          {action !== undefined && (
            <button
              type="submit"
              className={danger ? 'button button-danger' : 'button button-primary'}
              aria-busy={busy}
            >
              {action}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
