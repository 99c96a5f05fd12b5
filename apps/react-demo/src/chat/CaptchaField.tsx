import { useCaptcha } from '@offhook/react';
import { useId } from 'react';
import { Field } from '../shared/Field.js';
import { IconButton } from '../shared/IconButton.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

interface CaptchaFieldProps {
  readonly chatId?: string | undefined;
  readonly typed: string;
  readonly onType: (text: string) => void;
}

/** The image whose text must be typed, only where that is asked. */
export function CaptchaField({ chatId, typed, onType }: CaptchaFieldProps) {
  const texts = useTexts();
  const { captcha, lastError, reset } = useCaptcha(chatId);
  const reasonId = useId();
  useErrorNotice(lastError);
  if (captcha === undefined) return null;
  return (
    <div className="chat-captcha">
      <img src={captcha.url} alt={texts.chat.captcha} />
      <IconButton icon="again" label={texts.chat.captchaAnother} onClick={() => void reset()} />
      <p id={reasonId} className="soft" role="status">
        {texts.chat.captchaReason[captcha.reason]}
      </p>
      <Field label={texts.chat.captchaText}>
        <input
          className="input"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={reasonId}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      </Field>
    </div>
  );
}
