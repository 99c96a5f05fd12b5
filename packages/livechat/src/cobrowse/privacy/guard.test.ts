/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { createAllowList } from './allowList.js';
import { blockSelector } from './blockSelector.js';
import { readControls } from './controls.js';
import { createGuard, type GuardedEvent } from './createGuard.js';
import { guardCss } from './guardCss.js';
import { guardPageUrl, guardSrcset, guardUrl } from './guardUrl.js';
import { maskText } from './masking.js';
import { createPasswordMemory, type PasswordMemory } from './passwordMemory.js';
import { createTextRules } from './textRules.js';
import { createVerdicts } from './verdicts.js';

const listed = readControls({
  textboxId: ['t', 'area', 'twice', 'r', 'pw', 'hid', 'file', 'cc', 'otp', 'ed'],
  radioButtonId: ['r'],
  checkboxId: ['c'],
  dropdownId: ['d', 't2'],
});

let passwords: PasswordMemory;
const find = (selector: string): Element => document.querySelector(selector)!;

function page(html: string) {
  document.body.innerHTML = html;
  passwords = createPasswordMemory(document);
  const allow = createAllowList(listed, passwords, document);
  const nodes = new Map<number, Node>();
  const guard = createGuard({
    document,
    verdicts: createVerdicts(allow, document),
    texts: createTextRules(allow, document),
    pointer: true,
    nodeOf: (id) => nodes.get(id) ?? null,
  });
  const change = (data: object): GuardedEvent | undefined => guard({ type: 3, data, timestamp: 1 });
  return { allow, guard, change, know: (id: number, node: Node) => void nodes.set(id, node) };
}

afterEach(() => passwords.stop());

test('P-22, T-108: a control is allowed under its own kind alone, and both layers agree', () => {
  const { allow } = page(`
    <input id="t"><input id="r" type="radio"><input id="c" type="checkbox"><select id="d"><option>o</option></select>
    <textarea id="area"></textarea>
    <input class="no"><input id="other" class="no"><textarea class="no"></textarea><select class="no"></select>
    <select id="t2x" class="no"></select><input id="hid" type="hidden" class="no"><input id="file" type="file" class="no">
    <input id="pw" type="password" class="no"><input id="cc" autocomplete="billing cc-number" class="no">
    <input id="otp" autocomplete="one-time-code" class="no">`);
  const selector = blockSelector(listed);
  for (const control of document.body.querySelectorAll('input, select, textarea')) {
    const allowed = !control.classList.contains('no');
    expect([control.outerHTML, allow.allows(control)]).toEqual([control.outerHTML, allowed]);
    expect([control.outerHTML, control.matches(selector)]).toEqual([control.outerHTML, !allowed]);
  }
  expect(allow.allows(find('option'))).toBe(true);
});

test('an id with quotes is one in the selector, too', () => {
  expect(blockSelector(readControls({ textboxId: ['a"]\\'] }))).toContain('input:not([id="a\\"]\\\\"])');
});

test('P-22: listed as another kind, a second time, in a shadow tree or in editable content, it is not allowed', () => {
  const { allow } = page(`<input id="t2"><input id="c"><input id="twice"><input id="twice" class="second">
    <div contenteditable><input id="ed"></div><div id="host"></div>`);
  const shadow = find('#host').attachShadow({ mode: 'open' });
  const inside = Object.assign(document.createElement('input'), { id: 't' });
  shadow.append(inside);
  expect(allow.allows(find('#twice'))).toBe(true);
  for (const control of [find('#t2'), find('#c'), find('.second'), find('#ed'), inside])
    expect(allow.allows(control)).toBe(false);
});

test('P-22: what is or was a password is never allowed, whoever made it visible', () => {
  const { allow } = page('<input id="t"><input id="area" type="password">');
  const text = find('#t');
  expect(allow.allows(text)).toBe(true);
  text.setAttribute('type', 'password');
  text.setAttribute('type', 'text');
  expect(allow.allows(text)).toBe(false);
  find('#area').setAttribute('type', 'text');
  expect(allow.allows(find('#area'))).toBe(false);
});

test('P-22: inputs of what is not listed, and of what is no longer, do not pass', () => {
  const { change, know } = page('<input id="t"><input id="u"><input id="r" type="radio">');
  ['#t', '#u', '#r'].forEach((selector, index) => know(index + 1, find(selector)));
  const input = (id: number): GuardedEvent | undefined =>
    change({ source: 5, id, text: 'x', isChecked: true });
  expect([1, 2, 3, 4].map((id) => input(id)?.data.text)).toEqual(['x', undefined, 'x', undefined]);
  find('#t').id = 'u2';
  expect(input(1)).toBeUndefined();
});

test('T-108, T-109: aria-label, placeholder and value pass of listed controls alone; data- and title of none', () => {
  const html = (id: string): string => `<input id="${id}">`;
  const { change, know } = page(html('t') + html('u'));
  know(1, find('#t'));
  know(2, find('#u'));
  const attributes = {
    'aria-label': 'a',
    placeholder: 'p',
    value: 'v',
    'data-x': 'd',
    title: 't',
    name: 'n',
    checked: true,
    class: 'k',
    onclick: 'x()',
  };
  const event = change({
    source: 0,
    attributes: [
      { id: 1, attributes },
      { id: 2, attributes },
    ],
    texts: [],
    adds: [],
    removes: [],
  });
  expect(event?.data.attributes).toEqual([
    { id: 1, attributes: { 'aria-label': 'a', placeholder: 'p', value: 'v', checked: true, class: 'k' } },
    { id: 2, attributes: { class: 'k' } },
  ]);
});

test('T-111: a click on a choice that is not listed, or on its label, is not told', () => {
  const { change, know } = page('<label><input type="radio"><b>Yes</b></label><p>text</p>');
  know(1, find('input'));
  know(2, find('b'));
  know(3, find('p'));
  expect([1, 2, 3].map((id) => change({ source: 2, type: 2, id, x: 1, y: 2 }) !== undefined)).toEqual([
    false,
    false,
    true,
  ]);
});

test('what is not known does not pass: kinds of events, sources, and nodes', () => {
  const { guard, change, know } = page('<p>text</p>');
  for (const type of [0, 1, 5, 6, 7, 99, undefined])
    expect(guard({ type, data: { href: 'x' }, timestamp: 1 })).toBeUndefined();
  for (const source of [7, 9, 10, 11, 14, 16, 99, undefined])
    expect(change({ source, id: 1 })).toBeUndefined();
  for (const junk of [undefined, null, 7, 'x', [], {}, { type: 3 }, { type: 2, data: { node: 7 } }])
    expect(guard(junk)).toBeUndefined();
  know(1, document.body);
  const adds = [{ parentId: 1, nextId: null, node: { type: 3, id: 9, textContent: 'secret' } }];
  expect(JSON.stringify(change({ source: 0, adds }))).not.toContain('secret');
});

test('addresses lose query, hash and credentials; scripts and blobs are none', () => {
  page('<p id="here"></p>');
  expect(guardUrl('https://u:p@a.example/x/y.png?q=1#h', document)).toBe('https://a.example/x/y.png');
  expect(guardUrl('z.png?q', document)).toBe('http://localhost/z.png');
  for (const url of [
    'javascript:alert(1)',
    'blob:http://localhost/1',
    'data:text/html,x',
    'mailto:a@b.c?subject=x',
    'http://',
    '#nowhere',
  ])
    expect([url, guardUrl(url, document)]).toEqual([url, undefined]);
  expect(guardUrl('#here', document)).toBe('#here');
  expect(guardUrl('data:image/png;base64,AAAA', document)).toBe('data:image/png;base64,AAAA');
  expect(guardSrcset('https://a.example/1.png?x=1 1x, javascript:x 2x, b.png#q 300w', document)).toBe(
    'https://a.example/1.png 1x, http://localhost/b.png 300w',
  );
  expect(guardPageUrl('https://a.example/p?secret#here')).toBe('https://a.example/p');
  expect(guardPageUrl('about:srcdoc')).toBe('about:blank');
});

test.each([
  ['a{background:url(https://a.example/x.png?s=1#h)}', 'a{background:url("https://a.example/x.png")}'],
  ['a{background:url( \'/x.png?s=")"\' )}', 'a{background:url("http://localhost/x.png")}'],
  ['a{background:url("\\2f x.png\\3f secret")}', 'a{background:url("http://localhost/x.png")}'],
  ['@import "https://a.example/x.css?s=1" screen;b{color:red}', '@media not all{}b{color:red}'],
  ['@import url(x.css?s=1);b{}', '@media not all{}b{}'],
  ['/* secret */b{content:"a /* b */"}', 'b{content:"a /* b */"}'],
  ['[value="secret"],[data-x=secret],[type="text"]{}', '[offhook-kept],[offhook-kept],[type="text"]{}'],
  ['a{content:"https://a.example/?s=1"}', 'a{content:"https://a.example/"}'],
  ['a{fill:url(#gone)}', 'a{fill:url("about:blank")}'],
  ['a{x:url(javascript:alert(1))}', 'a{x:url("about:blank"))}'],
  ['a{b:url("https://a.example/?secret', 'a{b:url("https://a.example/")'],
  ['b::after{content:"\\201C"}', 'b::after{content:"\\201C"}'],
])('styles keep no query, hash, comment or value: %s', (css, guarded) => {
  page('');
  expect(guardCss(css, document)).toBe(guarded);
});

test('masked text keeps its spaces and tells lengths in steps of four', () => {
  expect(maskText('I am  secretive\n')).toBe('•••• ••••  ••••••••••••\n');
});
