import type { Controls } from './customerFaces.js';

/** Something that must not leave the page, and where it was planted. */
export interface Canary {
  readonly where: string;
  readonly text: string;
}

/** Secrets, each another: what is found is known by its place. */
export interface Canaries {
  readonly all: readonly Canary[];
  /** Plants another. */
  plant(where: string): string;
}

export function createCanaries(): Canaries {
  const all: Canary[] = [];
  return {
    all,
    plant(where) {
      // Nothing that anybody escapes, and nothing that is in a random name by chance.
      const text = `canary${String(all.length + 1).padStart(2, '0')}of${Math.random().toString(36).slice(2, 8)}`;
      all.push({ where, text });
      return text;
    },
  };
}

/** Four controls may be seen, and a password that must not be all the same. */
export const listed: Controls = {
  textboxId: ['full-name', 'listed-password', 'listed-card', 'listed-radio', 'in-shadow'],
  radioButtonId: ['plan-a'],
  checkboxId: ['agree'],
  dropdownId: ['country'],
};

/** Where the page is: its query and its hash are nobody's. */
export const canaryAddress = (plant: Canaries['plant']): string =>
  `/form?token=${plant('query of the page')}#${plant('hash of the page')}`;

/** A page with a secret wherever one can be. */
export function canaryHtml(plant: Canaries['plant']): string {
  const typed = ['text', 'email', 'search', 'tel', 'url', 'hidden'].map(
    (type) => `<input type="${type}" id="c-${type}" value="${plant(`value of ${type}`)}">`,
  );
  return `
  <main>
    <h1>Application</h1>
    <p id="lead">Fill it in at your own pace.</p>
    <p><label for="full-name">Full name</label> <input id="full-name"></p>
    <p><label><input type="radio" name="plan" id="plan-a" value="a"> Plan A</label></p>
    <p><label><input type="checkbox" id="agree"> I agree</label></p>
    <p><label for="country">Country</label>
      <select id="country"><option value="">Choose</option><option value="sg">Singapore</option></select></p>

    ${typed.join('\n')}
    <input type="password" id="c-password" value="${plant('value of a password')}"
      placeholder="${plant('placeholder of a password')}">
    <input type="password" id="listed-password" value="${plant('value of a listed password')}">
    <input id="listed-card" autocomplete="cc-number" value="${plant('value of a listed card')}">
    <input type="radio" id="listed-radio" name="other" value="${plant('value of a radio button listed as a textbox')}" checked>
    <input id="c-placeholder" placeholder="${plant('placeholder')}">
    <input id="c-title" title="${plant('title of a control')}">
    <input id="c-aria-label" aria-label="${plant('aria-label of a control')}">
    <input id="c-aria" aria-description="${plant('aria-description')}" aria-valuetext="${plant('aria-valuetext')}"
      aria-placeholder="${plant('aria-placeholder')}">
    <input id="c-data" data-secret="${plant('data-* of a control')}">
    <input list="c-list"><datalist id="c-list"><option value="${plant('value of a datalist')}">${plant('text of a datalist')}</option></datalist>
    <textarea id="c-area" placeholder="${plant('placeholder of a textarea')}">${plant('text of a textarea')}</textarea>
    <select id="c-select" data-chosen="${plant('data-* of a select')}">
      <optgroup label="${plant('label of an optgroup')}">
        <option value="${plant('value of an option')}" label="${plant('label of an option')}">${plant('text of an option')}</option>
        <option selected>${plant('text of the chosen option')}</option>
      </optgroup>
    </select>
    <label><input type="radio" name="c-plan" value="${plant('value of a radio button')}" checked>
      ${plant('label of a checked radio button')}</label>
    <input type="checkbox" id="c-box" value="${plant('value of a checkbox')}" checked>
    <label for="c-box">${plant('label of a checked checkbox')}</label>
    <input type="submit" value="${plant('value of a button')}" formaction="/none">
    <output>${plant('text of an output')}</output>
    <div id="c-editable" contenteditable>${plant('editable text')} <b>${plant('text in editable text')}</b></div>
    <div role="textbox" contenteditable="plaintext-only" aria-label="${plant('aria-label of editable text')}">${plant('editable plain text')}</div>
    <p data-secret="${plant('data-* of a paragraph')}" aria-label="${plant('aria-label of a paragraph')}" title="${plant('title of a paragraph')}">A paragraph</p>
    <div role="slider" tabindex="0" aria-valuetext="${plant('aria-valuetext of a slider')}" aria-valuenow="3"></div>
    <img src="/picture?key=${plant('query of a picture')}" alt="${plant('alt of a picture')}">
    <a href="/none?key=${plant('query of a link')}#${plant('hash of a link')}">A link</a>
    <template><p>${plant('text of a template')}</p></template>
    <noscript>${plant('text of noscript')}</noscript>
    <!-- ${plant('comment')} -->
    <script type="application/json" id="c-json">{"key":"${plant('JSON in a script')}"}</script>
    <div id="shadow-host"></div><div id="closed-host"></div>
    <iframe title="Framed" src="/framed?key=${plant('query of a frame')}"></iframe>
    <div id="place"></div>
  </main>`;
}

export const framedHtml = (plant: Canaries['plant']): string =>
  `<!doctype html><title>${plant('title of a frame')}</title><p>${plant('text in a frame')}</p>
   <input value="${plant('value in a frame')}">`;
