interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: () => void;
}

/** Something that is on or off, and changes at once. */
export function Switch({ label, on, onToggle }: SwitchProps) {
  return (
    <button type="button" className="switch" role="switch" aria-checked={on} onClick={onToggle}>
      <span className="switch-track" aria-hidden="true" />
      {label}
    </button>
  );
}
