import { useMemo } from 'react';
import { captcha, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * What must be typed before one chat starts, or without an id the one in focus; nothing where no captcha is asked. The
 * text goes with `start`. `reset` asks for another image and never rejects.
 *
 * @example
 * const { captcha, reset } = useCaptcha();
 * return captcha && <button onClick={reset}><img src={captcha.url} alt="Captcha" /></button>;
 */
export function useCaptcha(id?: string): StreamValues['captcha'] {
  const client = useOffhook();
  return useControls(useMemo(() => captcha(client, id), [client, id]));
}
