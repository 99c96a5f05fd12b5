import { languages, type Language } from '@offhook/demo-kit';
import { language } from '../app/page.js';
import { Icon } from '../shared/Icon.js';
import { useCurrent } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

const codes = Object.keys(languages) as Language[];

export function LanguagePicker() {
  const texts = useTexts();
  const choice = useCurrent(language.choice);
  return (
    <span className="header-control">
      <Icon name="language" />
      <select
        className="select"
        aria-label={texts.language}
        value={choice}
        onChange={(event) => language.choose(event.target.value as Language)}
      >
        {codes.map((code) => (
          <option key={code} value={code} lang={code}>
            {languages[code].languageName}
          </option>
        ))}
      </select>
    </span>
  );
}
