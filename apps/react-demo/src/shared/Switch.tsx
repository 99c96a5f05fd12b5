import { useId } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: () => void;
  /** More about it, below the label. */
  readonly detail?: string | undefined;
}

/** Something that is on or off, and changes at once. */
export function Switch({ label, on, onToggle, detail }: SwitchProps) {
  const detailId = useId();
  return (
    <div>
      <button
        type="button"
        className="switch"
        role="switch"
        aria-checked={on}
        aria-describedby={detail === undefined ? undefined : detailId}
        onClick={onToggle}
      >
        <span className="switch-track" aria-hidden="true" />
        {label}
      </button>
      {detail !== undefined && (
        <span className="switch-detail" id={detailId}>
          {detail}
        </span>
      )}
    </div>
  );
}
