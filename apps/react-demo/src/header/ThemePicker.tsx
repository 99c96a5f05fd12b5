import { themes, type Theme } from '@offhook/demo-kit';
import { theme } from '../app/page.js';
import { Icon } from '../shared/Icon.js';
import { useCurrent } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

export function ThemePicker() {
  const texts = useTexts();
  const choice = useCurrent(theme.choice);
  return (
    <span className="header-control">
      <Icon name="theme" />
      <select
        className="select"
        aria-label={texts.theme}
        value={choice}
        onChange={(event) => theme.choose(event.target.value as Theme)}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {texts.themes[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
