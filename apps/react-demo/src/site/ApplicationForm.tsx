import { Field } from '../shared/Field.js';
import { useTexts } from '../shared/useTexts.js';

/** What somebody fills in while they chat. Of its fields only the name may ever be shown to an agent. */
export function ApplicationForm() {
  const texts = useTexts();
  const { site } = texts.chat;
  return (
    <form
      className="panel site-form"
      aria-label={site.application}
      onSubmit={(event) => event.preventDefault()}
    >
      <p className="soft">{site.applicationHint}</p>
      <Field label={site.fullName}>
        <input className="input" id="full-name" name="fullName" autoComplete="name" />
      </Field>
      <Field label={site.cardNumber}>
        <input
          className="input number"
          id="card-number"
          name="cardNumber"
          inputMode="numeric"
          autoComplete="off"
        />
      </Field>
    </form>
  );
}
