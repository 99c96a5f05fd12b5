import { iconHref, type IconName } from '@offhook/demo-kit';

/** An icon that decorates: it says nothing to a screen reader. */
export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small ? 'icon icon-small' : 'icon'} aria-hidden="true">
      <use href={iconHref(name)} />
    </svg>
  );
}
