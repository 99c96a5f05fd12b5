/** What no agent may ever see: one in each place where a page can hold something that its owner did not list. */
export interface Canary {
  readonly where: string;
  readonly secret: string;
}

/** The page's markup, with canaries in it, and what is done in script. */
export interface CanaryPage {
  readonly canaries: readonly Canary[];
  readonly html: string;
  /** Fills, types, pastes, inserts and changes, after the recording has begun. */
  act(document: Document): void;
}

/** Made of digits and letters that nothing else on the page has, so that any run of it is its own. */
const secretOf = (index: number): string => `Zq${index}Xk${(index + 11) * 7919}Wj`;

/** A page with forty canaries and four listed controls: `name`, `plan-a`, `terms` and `country`. */
export function canaryPage(): CanaryPage {
  const canaries: Canary[] = [];
  const plant = (where: string): string => {
    const secret = secretOf(canaries.length);
    canaries.push({ where, secret });
    return secret;
  };
  const late: ((document: Document) => void)[] = [];
  const typed = (id: string, where: string): void => {
    const secret = plant(where);
    late.push((document) => {
      const control = document.getElementById(id);
      if (!(control instanceof HTMLInputElement) && !(control instanceof HTMLTextAreaElement)) return;
      for (let end = 1; end <= secret.length; end += 1) {
        control.value = secret.slice(0, end);
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }
      control.dispatchEvent(new Event('change', { bubbles: true }));
    });
  };

  const html = `
    <title>${plant('title')}</title>
    <meta name="csrf" content="${plant('meta')}">
    <main>
      <h1>Apply here</h1>
      <!-- ${plant('comment')} -->
      <label for="name">Full name</label><input id="name" name="n">
      <input type="radio" name="plan" id="plan-a" value="a"><label for="plan-a">Plan A</label>
      <input type="checkbox" id="terms" value="yes"><label for="terms">Terms</label>
      <select id="country"><option value="de">Germany</option><option value="fr">France</option></select>

      <input id="card" value="${plant('text value')}" placeholder="${plant('placeholder')}">
      <input id="mail" type="email" aria-label="${plant('aria-label of an unlisted control')}" data-last="${plant('data- of a control')}">
      <input id="pin" type="password" value="${plant('password value')}">
      <input id="name2" type="hidden" value="${plant('hidden value')}">
      <input type="submit" value="${plant('submit value')}">
      <input type="range" id="income" value="5" title="${plant('title attribute')}">
      <textarea id="notes">${plant('textarea text')}</textarea>
      <textarea placeholder="${plant('textarea placeholder')}"></textarea>
      <input type="radio" name="plan" id="plan-b" value="${plant('radio value')}"><label for="plan-b">${plant('radio label')}</label>
      <label><input type="checkbox" checked value="${plant('checkbox value')}"> <b>${plant('checkbox label')}</b></label>
      <span id="lab">${plant('aria-labelledby of a checkbox')}</span><input type="checkbox" aria-labelledby="lab">
      <select id="bank">
        <optgroup label="${plant('optgroup label')}"><option value="${plant('option value')}">${plant('option text')}</option></optgroup>
        <option label="${plant('option label')}" selected></option>
      </select>
      <input list="hints"><datalist id="hints"><option value="${plant('datalist value')}">${plant('datalist text')}</option></datalist>
      <div id="editor" contenteditable="true">Dear <b>${plant('editable text')}</b><i contenteditable="false">${plant('island in editable text')}</i></div>
      <div role="combobox"><span role="option">${plant('built option')}</span></div>
      <div role="checkbox" aria-checked="true">${plant('built checkbox')}</div>
      <p data-user="${plant('data- of text')}" aria-description="${plant('aria- of text')}">Some text</p>
      <a href="https://shop.example/orders?token=${plant('query of a link')}">Orders</a>
      <a href="https://shop.example/orders#${plant('hash of a link')}">Orders</a>
      <img src="https://shop.example/p.png?u=${plant('query of a picture')}" alt="${plant('alt')}"
        srcset="https://shop.example/q.png?u=${plant('query in srcset')} 2x">
      <p style="background-image: url('https://shop.example/b.png?u=${plant('query in a style')}')">Styled</p>
      <style>h1 { background: url("https://shop.example/h.png?u=${plant('query in a sheet')}") } [value="${plant('selector')}"] { color: red }</style>
      <noscript>${plant('noscript')}</noscript>
      <iframe id="frame"></iframe>
      <object data="https://shop.example/o?x=${plant('object')}"><p>${plant('object fallback')}</p></object>
      <div id="host"></div>
      <input id="name-pw" type="password" autocomplete="current-password">
      <output>${plant('output')}</output>
    </main>`;

  const inShadow = plant('text of a shadow tree');
  const inFrame = plant('text of a frame');
  late.push((document) => {
    const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
    shadow?.append(inShadow, Object.assign(document.createElement('input'), { value: inShadow }));
    const frame = document.querySelector('iframe')?.contentDocument;
    frame?.body.append(inFrame);
  });
  typed('card', 'typed into a text box');
  typed('notes', 'typed into a text area');
  typed('pin', 'typed into a password');
  const shown = plant('password made visible');
  late.push((document) => {
    const pin = document.getElementById('name-pw');
    if (!(pin instanceof HTMLInputElement)) return;
    pin.value = shown;
    pin.type = 'text';
    pin.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const pasted = plant('pasted into editable text');
  const insertedRow = plant('inserted control');
  const changed = plant('attribute set later');
  const editedLater = plant('text made editable');
  late.push((document) => {
    document.querySelector('#editor b')?.append(pasted);
    const row = document.createElement('p');
    const input = document.createElement('input');
    input.setAttribute('value', insertedRow);
    row.append(input);
    document.querySelector('main')?.append(row);
    document.querySelector('#card')?.setAttribute('value', changed);
    document.querySelector('p')?.setAttribute('data-user', changed);
    const editable = document.createElement('div');
    editable.contentEditable = 'true';
    editable.setAttribute('contenteditable', 'true');
    document.querySelector('main')?.append(editable);
    editable.append(document.createTextNode(editedLater));
  });
  return { canaries, html, act: (document) => late.forEach((does) => does(document)) };
}

/** The longest run of a secret that a text has, when it is of four characters or more. */
export function leakOf({ secret }: Canary, text: string): string | undefined {
  for (let length = secret.length; length >= 6; length -= 1)
    for (let start = 0; start + length <= secret.length; start += 1) {
      const run = secret.slice(start, start + length);
      if (text.includes(run)) return run;
    }
  return undefined;
}
