import type { Env } from '../boot/env.js';
import type { Access } from './access.js';
import { address } from './urls.js';

/** Anything that shows a picture by its address. */
export interface Picture {
  src: string;
}

/**
 * Shows the captcha (rows T-119, T-120; P-15). The picture is asked for after the web session's cookie is there, or the
 * browser would have two sessions and the text would be the other one's.
 *
 * @param reset asks for another text; else it stays the one that the web session has
 */
export function showCaptcha(env: Env, access: Access, page: string, img: Picture, reset: boolean): void {
  const show = (): void => {
    img.src = address(env, 'CaptchaImageServlet', { reset: String(reset), page, _: env.randomId() });
  };
  if (access.visited) show();
  // Where the server is away, the picture itself says so.
  else void access.visit().then(show, show);
}
