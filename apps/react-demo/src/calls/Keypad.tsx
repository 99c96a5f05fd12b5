import { isKeypadKey, keypadKeys } from '@offhook/demo-kit';
import { useState } from 'react';
import { useTexts } from '../shared/useTexts.js';

/** A telephone's keys. With the focus inside, the keyboard's own do as well. */
export function Keypad({ onPress }: { readonly onPress: (key: string) => unknown }) {
  const texts = useTexts();
  const [pressed, setPressed] = useState('');
  const press = (key: string): void => {
    setPressed((before) => (before + key).slice(-16));
    onPress(key);
  };
  return (
    <div
      className="keypad"
      role="group"
      aria-label={texts.keypad}
      onKeyDown={(event) => {
        if (isKeypadKey(event.key)) press(event.key);
      }}
    >
      <span className="keypad-sent">{pressed}</span>
      {keypadKeys.map((key) => (
        <button key={key} type="button" className="button" onClick={() => press(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}
