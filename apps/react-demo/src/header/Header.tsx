import { ariaCurrent, vendorPages } from '@offhook/demo-kit';
import type { ReactNode } from 'react';
import { router } from '../app/page.js';
import { Icon } from '../shared/Icon.js';
import { useCurrent } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';
import { LanguagePicker } from './LanguagePicker.js';
import { ThemePicker } from './ThemePicker.js';

/** The page's header; `children` are the controls of the page that shows. */
export function Header({ children }: { readonly children?: ReactNode }) {
  const texts = useTexts();
  const path = useCurrent(router.path);
  return (
    <header className="header">
      <a className="brand" href={router.href('')}>
        <span className="brand-mark">
          <Icon name="dial" />
        </span>
        {texts.product}
      </a>
      <nav className="connectors" aria-label={texts.connectors}>
        <ul>
          {vendorPages.map((page) => (
            <li key={page.path}>
              <a href={router.href(page.path)} aria-current={ariaCurrent(page, path)}>
                {page.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="header-controls">
        {children}
        <LanguagePicker />
        <ThemePicker />
      </div>
    </header>
  );
}
