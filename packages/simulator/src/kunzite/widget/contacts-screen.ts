import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { Entry } from './contact-book.js';
import type { Progress } from './contact-intake.js';
import type { Face } from './face-state.js';

/** The list shows so many; the search finds the others. */
const SHOWN = 50;

const number = (value: number): string => value.toLocaleString('en');
const counted = (count: number): string => `${number(count)} ${count === 1 ? 'contact' : 'contacts'}`;

function progressBar({ what, done, total }: Progress): HTMLElement {
  const text =
    what === 'Indexing'
      ? `Indexing ${number(done)} of ${counted(total)}`
      : `Importing: ${Math.floor((100 * done) / Math.max(1, total))} % of the file`;
  return h(
    'div',
    { class: 'progress', 'data-key': 'progress' },
    h('progress', { 'aria-label': `${what} contacts`, max: Math.max(1, total), value: done }),
    h('span', { class: 'soft' }, text),
  );
}

function line(contact: Entry): HTMLElement {
  return h(
    'li',
    { 'data-key': contact.key, 'aria-label': contact.name },
    h(
      'div',
      { class: 'who' },
      h('strong', {}, contact.name),
      h('span', { class: 'soft' }, contact.source === 'file' ? 'Imported' : 'From the host page'),
    ),
    h(
      'div',
      { class: 'phones' },
      contact.phones.map((phone, index) =>
        button({
          label: phone,
          name: `Call ${contact.name}, ${phone}`,
          act: 'call-number',
          data: { id: phone, key: String(index) },
          icon: 'phone',
          kind: 'small',
        }),
      ),
    ),
  );
}

/** The host's contacts and the imported ones. */
export function contactsScreen(face: Face): HTMLElement {
  const { book, query, progress } = face;
  const found = book.search(query, SHOWN + 1);
  const count = book.count();
  return h(
    'section',
    { 'data-key': 'contacts', 'aria-labelledby': 'contacts-title' },
    h(
      'div',
      { class: 'row spread' },
      h('h2', { id: 'contacts-title' }, 'Contacts'),
      h('span', { class: 'count', role: 'status', 'aria-label': 'Number of contacts' }, counted(count)),
    ),
    progress && progressBar(progress),
    h('label', { for: 'query', class: 'sr', 'data-key': 'query-label' }, 'Search contacts'),
    h('input', {
      id: 'query',
      type: 'search',
      autocomplete: 'off',
      placeholder: 'Search contacts',
      'data-typing': 'query',
      'data-key': 'query',
    }),
    h(
      'div',
      { class: 'row imports', 'data-key': 'imports' },
      h(
        'label',
        { class: 'file' },
        h('span', {}, 'Import VCF file'),
        h('input', { type: 'file', accept: '.vcf,text/vcard,text/x-vcard', 'data-act': 'import' }),
      ),
      book.count('file') > 0 &&
        button({ label: `Forget ${number(book.count('file'))} imported`, act: 'forget', kind: 'small' }),
    ),
    found.length === 0 &&
      h(
        'p',
        { class: 'empty', 'data-key': 'none' },
        count === 0 ? 'None yet. The host page pushes them, or you drop a VCF file here.' : 'Nobody matches.',
      ),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'Contacts', 'data-key': 'list' },
      found.slice(0, SHOWN).map(line),
    ),
    found.length > SHOWN &&
      h('p', { class: 'soft', 'data-key': 'more' }, `The first ${SHOWN}. Search to find the others.`),
  );
}
