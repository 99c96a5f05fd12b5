import type { IconName } from '@offhook/demo-kit';
import { useId } from 'react';
import { Icon } from './Icon.js';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly className?: string | undefined;
  readonly expanded?: boolean | undefined;
  /** Why it can't be used; it then shows disabled. */
  readonly disabledBecause?: string | undefined;
}

/** A button that shows an icon, its word on hover and focus, and has its accessible name always. */
export function IconButton({
  icon,
  label,
  onClick,
  className = '',
  expanded,
  disabledBecause,
}: IconButtonProps) {
  const reasonId = useId();
  const disabled = disabledBecause !== undefined;
  return (
    <>
      <button
        type="button"
        className={`icon-button ${className}`}
        aria-label={label}
        aria-expanded={expanded}
        aria-describedby={disabled ? reasonId : undefined}
        title={disabledBecause}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon name={icon} />
      </button>
      {disabled && (
        <span id={reasonId} hidden>
          {disabledBecause}
        </span>
      )}
    </>
  );
}
