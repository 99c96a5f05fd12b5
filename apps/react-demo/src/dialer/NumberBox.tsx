import type { NumberBox as NumberBoxControl } from '@offhook/demo-kit';
import { useId } from 'react';
import { useCurrent } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

/** A number to type, with the contacts it may mean. */
export function NumberBox({ box }: { readonly box: NumberBoxControl }) {
  const texts = useTexts();
  const { text, suggestions, open, active } = useCurrent(box.state);
  const id = useId();
  const optionId = (index: number): string => `${id}-option-${index}`;
  return (
    <div className="field combobox">
      <label htmlFor={`${id}-input`}>{texts.number}</label>
      <input
        id={`${id}-input`}
        className="input number"
        role="combobox"
        autoComplete="off"
        placeholder={texts.numberHint}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={active < 0 ? undefined : optionId(active)}
        value={text}
        onChange={(event) => box.type(event.target.value)}
        onKeyDown={(event) => {
          if (box.press(event.key)) event.preventDefault();
        }}
        onBlur={box.close}
      />
      {open && (
        <ul id={`${id}-list`} className="suggestions" role="listbox" aria-label={texts.suggestions}>
          {suggestions.map((suggestion, index) => (
            <li
              key={suggestion.id}
              id={optionId(index)}
              className="suggestion"
              role="option"
              aria-selected={index === active}
              // The press must not take the focus from the text before the click has chosen.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => box.choose(suggestion)}
            >
              <span className="clip">{suggestion.name}</span>
              <span className="number soft">{suggestion.number}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
