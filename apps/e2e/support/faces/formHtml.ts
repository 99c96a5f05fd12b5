import type { Controls } from './customerFaces.js';

/** A bank's form: some of its controls may be seen. */
export const formHtml = `
  <main>
    <h1>Application</h1>
    <p id="lead">Fill it in at your own pace.</p>
    <form aria-label="Application">
      <p><label for="full-name">Full name</label> <input id="full-name" autocomplete="name"></p>
      <p><label for="card-number">Card number</label> <input id="card-number"></p>
      <p><label><input type="radio" name="plan" id="plan-a" value="a"> Plan A</label>
         <label><input type="radio" name="plan" id="plan-b" value="b"> Plan B</label></p>
      <p><label><input type="checkbox" id="agree" value="yes"> I agree</label></p>
      <p><label for="country">Country</label>
         <select id="country"><option value="">Choose</option><option value="sg">Singapore</option></select></p>
    </form>
    <div id="place"></div>
  </main>`;

export const formCss = `
  body { margin: 24px; font: 16px/1.5 sans-serif; }
  h1 { color: rgb(0, 90, 40); }
  td { padding: 2px 8px; }`;

/** Of the form: all but the card. */
export const formControls: Controls = {
  textboxId: ['full-name'],
  radioButtonId: ['plan-a', 'plan-b'],
  checkboxId: ['agree'],
  dropdownId: ['country'],
};
