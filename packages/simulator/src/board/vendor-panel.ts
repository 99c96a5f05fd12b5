import { h } from '../page/element.js';
import type { BoardState } from './board-state.js';
import { hostHref } from './host-href.js';

function fact(term: string, value: string): HTMLElement {
  return h('div', { 'data-key': term }, h('dt', {}, term), h('dd', {}, value));
}

function button(label: string, act: string): HTMLElement {
  return h('button', { type: 'button', 'data-act': act, 'data-key': act }, label);
}

/** What the vendor's side is in, and switches for it. */
export function vendorPanel(state: BoardState): HTMLElement {
  const status = state.snapshot?.status;
  const host = hostHref(state);
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'vendor-title', 'data-key': 'vendor' },
    h('h2', { id: 'vendor-title' }, state.vendor?.label ?? 'Vendor'),
    h(
      'dl',
      { class: 'facts' },
      fact('Open widgets', String(status?.widgets ?? 0)),
      fact('Agent', status?.agent ?? (status?.signedIn ? 'signed in' : 'signed out')),
      fact('Web phone', status?.sip ?? 'unknown'),
      status?.openPanes
        ? [
            fact('Open panes', status.openPanes.join(', ') || 'none'),
            fact('Web service', status.config?.thirdPartyUrl || 'none'),
          ]
        : fact(
            'Host registered',
            (status?.registered ?? []).map((name) => name ?? 'nothing').join(', ') || 'nothing',
          ),
    ),
    h(
      'div',
      { class: 'acts' },
      status?.signedIn ? button('Sign out', 'sign-out') : button('Sign in', 'sign-in'),
      status?.sip === 'lost'
        ? button('Restore phone line', 'sip-registered')
        : button('Lose phone line', 'sip-lost'),
      button('Reload widget', 'reload'),
      h(
        'button',
        { type: 'button', class: 'danger', 'data-act': 'reset', 'data-key': 'reset' },
        'Reset session',
      ),
    ),
    h(
      'p',
      { class: 'soft' },
      h(
        'a',
        { href: host, target: '_blank' },
        state.vendor?.page === undefined ? 'Open the widget on a bare host page' : 'Open the desktop',
      ),
    ),
  );
}
