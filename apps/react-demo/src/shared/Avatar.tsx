import { initials } from '@offhook/demo-kit';
import { Icon } from './Icon.js';

/** The initials of a name, or a figure for a number. */
export function Avatar({ name }: { readonly name: string }) {
  const letters = initials(name);
  return (
    <span className="avatar" aria-hidden="true">
      {letters === '' ? <Icon name="contact" /> : letters}
    </span>
  );
}
