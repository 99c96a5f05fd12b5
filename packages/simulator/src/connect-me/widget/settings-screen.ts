import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { TpisStage } from '../tab.js';
import { sipTexts } from './dialer.js';
import type { Face } from './face-state.js';

const stageTexts: Readonly<Record<TpisStage, string>> = {
  off: 'off: no #tpis=v1, or an origin that isn’t accepted',
  suspended: 'suspended until the host answers its capabilities',
  ready: 'ready',
};

const capabilityTexts = { nativeRinger: 'ringer', speaker: 'loudspeaker', share: 'sharing' } as const;

function fact(term: string, text: string): HTMLElement {
  return h('div', { 'data-key': term }, h('dt', {}, term), h('dd', {}, text));
}

/** Who is signed in, and how the widget stands with its host. */
export function settingsScreen({ view }: Face): HTMLElement {
  const { capabilities } = view;
  const given = (['nativeRinger', 'speaker', 'share'] as const)
    .filter((name) => capabilities[name])
    .map((name) => capabilityTexts[name]);
  return h(
    'section',
    { 'data-key': 'settings', 'aria-labelledby': 'settings-title' },
    h('h2', { id: 'settings-title' }, 'Settings'),
    h(
      'dl',
      { class: 'facts' },
      fact('User', view.user ?? 'nobody'),
      fact('Own number', view.number),
      fact('Phone', sipTexts[view.sip] ?? view.sip),
      fact('Interface for the host', stageTexts[view.stage]),
      fact('The host takes over', given.join(', ') || 'nothing'),
      fact('Registration is told as', view.sipEvent),
      fact('Session', view.session),
    ),
    button({ label: 'Sign out', act: 'sign-out' }),
  );
}
