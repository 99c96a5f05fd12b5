/** @jest-environment jsdom */
import { h } from './element.js';
import { morph } from './morph.js';

describe('repainting a page', () => {
  test('keeps the elements that stay, by key, in whatever order', () => {
    const list = h('ul', {}, h('li', { 'data-key': 'a' }, 'A'), h('li', { 'data-key': 'b' }, 'B'));
    const [a, b] = [...list.children];
    morph(
      list,
      h(
        'ul',
        {},
        h('li', { 'data-key': 'b' }, 'B2'),
        h('li', { 'data-key': 'c' }, 'C'),
        h('li', { 'data-key': 'a' }, 'A'),
      ),
    );
    expect([...list.children].map((child) => child.textContent)).toEqual(['B2', 'C', 'A']);
    expect(list.children[0]).toBe(b);
    expect(list.children[2]).toBe(a);
    morph(list, h('ul', {}, h('li', { 'data-key': 'c' }, 'C')));
    expect(list.children).toHaveLength(1);
  });

  test('keeps what somebody types until the server sets a new text', () => {
    const field = h('input', { 'data-set': '' }) as HTMLInputElement;
    field.value = '+1555';
    morph(field, h('input', { 'data-set': '', title: 'Number' }));
    expect([field.value, field.title]).toEqual(['+1555', 'Number']);
    morph(field, h('input', { 'data-set': '+49' }));
    expect(field.value).toBe('+49');
  });

  test('a field with a version is filled when that changes, even with the same text', () => {
    const field = h('input', { 'data-set': '', 'data-version': 1 });
    if (!(field instanceof HTMLInputElement)) throw new TypeError('not a field');
    field.value = 'typed';
    morph(field, h('input', { 'data-set': '', 'data-version': 1 }));
    expect(field.value).toBe('typed');
    morph(field, h('input', { 'data-set': '', 'data-version': 2 }));
    expect(field.value).toBe('');
  });

  test('switches that act at once show the server’s state, boxes of a form the person’s', () => {
    const acting = h('input', { type: 'checkbox', 'data-act': 'x' }) as HTMLInputElement;
    acting.checked = true;
    morph(acting, h('input', { type: 'checkbox', 'data-act': 'x' }));
    expect(acting.checked).toBe(false);
    const box = h('input', { type: 'checkbox' }) as HTMLInputElement;
    box.checked = true;
    morph(box, h('input', { type: 'checkbox' }));
    expect(box.checked).toBe(true);
  });

  test('an opened drawer stays open; an attribute that is gone goes', () => {
    const details = h('details', { class: 'x', open: true });
    morph(details, h('details'));
    expect(details.hasAttribute('open')).toBe(true);
    expect(details.hasAttribute('class')).toBe(false);
  });

  test('the focused element keeps the focus when others come and go', () => {
    const root = h('div', {}, h('p', {}, 'x'), h('button', { 'data-key': 'k' }, 'Go'));
    document.body.append(root);
    root.querySelector('button')?.focus();
    morph(root, h('div', {}, h('section'), h('p', {}, 'x'), h('button', { 'data-key': 'k' }, 'Gone?')));
    expect(document.activeElement?.textContent).toBe('Gone?');
  });
});
