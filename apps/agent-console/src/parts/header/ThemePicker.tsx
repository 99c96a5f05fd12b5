import { themes, type Theme } from '@offhook/demo-kit';
import { useSyncExternalStore } from 'react';
import { theme } from '../../app/page.js';
import { Icon } from '../shared/Icon.js';

const words: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

const subscribe = (listener: () => void): (() => void) => {
  const subscription = theme.choice.subscribe(listener);
  return () => subscription.unsubscribe();
};

/** Light, dark, or as the system has it. */
export function ThemePicker() {
  const choice = useSyncExternalStore(subscribe, () => theme.choice.value);
  return (
    <span className="header-control">
      <Icon name="theme" />
      <select
        className="select"
        aria-label="Theme"
        value={choice}
        onChange={({ target }) => theme.choose(themes.find((each) => each === target.value) ?? 'system')}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
