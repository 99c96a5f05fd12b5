import type { ListedControls } from './controls.js';

const quoted = (id: string): string =>
  `"${id.replace(/["\\]/g, '\\$&').replace(/[\n\r\f\0]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
const typed = (type: string): string => `[type="${type}" i]`;
const notIn = (ids: readonly string[]): string => ids.map((id) => `:not([id=${quoted(id)}])`).join('');

const neverTypes = ['password', 'hidden', 'file', 'submit', 'button', 'reset', 'image', 'range', 'color'];
const neverTokens = ['cc-', 'current-password', 'new-password', 'one-time-code'];
const shut = ['datalist', 'iframe', 'frame', 'object', 'embed', 'portal', 'fencedframe'];

/**
 * What the recorder is to show as an empty box: each control that is not listed, each frame and each plug-in. It is the first
 * of two layers; `createGuard` judges each event anew.
 */
export function blockSelector(listed: ListedControls): string {
  const { textboxes, radioButtons, checkboxes, dropdowns } = listed;
  const inputs = [...new Set([...textboxes, ...radioButtons, ...checkboxes])];
  // Listed, but as another kind than it is.
  const mistaken = inputs.flatMap((id) => {
    const named = `input[id=${quoted(id)}]`;
    return [
      ...(textboxes.includes(id) ? [] : [`${named}:not(${typed('radio')}):not(${typed('checkbox')})`]),
      ...(radioButtons.includes(id) ? [] : [`${named}${typed('radio')}`]),
      ...(checkboxes.includes(id) ? [] : [`${named}${typed('checkbox')}`]),
    ];
  });
  return [
    `input${notIn(inputs)}`,
    ...mistaken,
    `textarea${notIn(textboxes)}`,
    `select${notIn(dropdowns)}`,
    ...neverTypes.map((type) => `input${typed(type)}`),
    ...neverTokens.map((token) => `[autocomplete*="${token}" i]`),
    '[data-rr-is-password]',
    ...shut,
  ].join(',');
}
