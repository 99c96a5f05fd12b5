import { h } from '../../page/element.js';
import type { Face } from './face-state.js';

/** The vendor's own log-in, for people whose host doesn't do it for them. */
export function signInScreen({ view }: Face): HTMLElement {
  return h(
    'form',
    { class: 'sign-in', 'data-act': 'sign-in', 'data-key': 'sign-in', 'aria-label': 'Sign in' },
    h('h2', {}, 'Sign in'),
    h('label', { for: 'user' }, 'User'),
    h('input', {
      id: 'user',
      name: 'user',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
    }),
    h('label', { for: 'password' }, 'Password'),
    h('input', { id: 'password', name: 'password', type: 'password', autocomplete: 'off' }),
    h('p', { class: 'alarm', role: 'alert' }, view.refused ? 'This user and password don’t fit.' : ''),
    h('button', { class: 'primary', disabled: view.signingIn }, 'Sign in'),
    h('p', { class: 'soft' }, 'A simulator: any user, with the password “secret”.'),
  );
}
