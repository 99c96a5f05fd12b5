import type { NumberBox } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { Field } from '../shared/Field.js';
import { useTexts } from '../shared/useTexts.js';

/** A number to type, where there are no contacts to offer. */
export function NumberField({ box }: { readonly box: NumberBox }) {
  const texts = useTexts();
  const { text } = useCurrent(box.state);
  return (
    <Field label={texts.number}>
      <input
        className="input number"
        autoComplete="off"
        value={text}
        onChange={(event) => box.type(event.target.value)}
      />
    </Field>
  );
}
