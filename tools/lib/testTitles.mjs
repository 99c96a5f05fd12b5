import ts from 'typescript';

/** @typedef {{ title: string, line: number }} TestTitle a test with the titles of the suites around it */

// `property` is ours: a test over random input.
const testNames = new Set(['it', 'test', 'property']);
const suiteNames = new Set(['describe', 'suite']);

/** `it`, `it.each`, `test.describe.serial` … as a list of names; undefined for anything else. */
function chainOf(/** @type {ts.Expression} */ expression) {
  /** @type {string[]} */
  const names = [];
  let at = expression;
  for (;;) {
    if (ts.isPropertyAccessExpression(at)) {
      names.unshift(at.name.text);
      at = at.expression;
    } else if (ts.isCallExpression(at)) at = at.expression;
    else if (ts.isTaggedTemplateExpression(at)) at = at.tag;
    else return ts.isIdentifier(at) ? [at.text, ...names] : undefined;
  }
}

/** What is written of a title; holes of a template become `…`. @returns {string} */
function textOf(/** @type {ts.Expression | undefined} */ node) {
  if (node === undefined) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  return '';
}

/** The text of each row of a table given to `.each`, one string per row. */
function tableRows(/** @type {ts.Expression} */ callee) {
  if (ts.isTaggedTemplateExpression(callee)) return [callee.template.getText()];
  if (!ts.isCallExpression(callee)) return [];
  let [table] = callee.arguments;
  while (
    table !== undefined &&
    (ts.isAsExpression(table) || ts.isSatisfiesExpression(table) || ts.isParenthesizedExpression(table))
  ) {
    table = table.expression;
  }
  if (table === undefined || !ts.isArrayLiteralExpression(table)) return [];
  return table.elements.map((element) => {
    /** @type {string[]} */
    const texts = [];
    const collect = (/** @type {ts.Node} */ node) => {
      if (ts.isStringLiteralLike(node)) texts.push(node.text);
      else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(collect);
      else if (ts.isObjectLiteralExpression(node)) {
        for (const property of node.properties)
          if (ts.isPropertyAssignment(property)) collect(property.initializer);
      }
    };
    collect(element);
    return texts.join(' ');
  });
}

/**
 * The tests of a file, read from its text. A table's rows count as a test each, since `it.each` puts them into
 * the title; a title computed in another way is not seen, so row ids are written out.
 *
 * @param {string} file
 * @param {string} text
 * @returns {TestTitle[]}
 */
export function testTitles(file, text) {
  const kind = /\.tsx$/.test(file)
    ? ts.ScriptKind.TSX
    : /\.ts$/.test(file)
      ? ts.ScriptKind.TS
      : ts.ScriptKind.JS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  /** @type {TestTitle[]} */
  const found = [];

  const walk = (/** @type {ts.Node} */ node, /** @type {string} */ around) => {
    const chain = ts.isCallExpression(node) ? chainOf(node.expression) : undefined;
    const [first = '', ...rest] = chain ?? [];
    if (
      !ts.isCallExpression(node) ||
      node.arguments.length < 2 ||
      (!testNames.has(first) && !suiteNames.has(first))
    ) {
      ts.forEachChild(node, (child) => walk(child, around));
      return;
    }
    const suite = suiteNames.has(first) || rest.includes('describe');
    const title = `${around} ${textOf(node.arguments[0])}`.trim();
    if (suite || rest.includes('step')) {
      // The rows of a suite's table are in the titles of all its tests.
      const rows = rest.includes('each') ? tableRows(node.expression) : [''];
      for (const row of rows.length > 0 ? rows : ['']) {
        node.arguments.slice(1).forEach((child) => walk(child, `${title} ${row}`.trim()));
      }
      return;
    }
    if (
      ['beforeEach', 'beforeAll', 'afterEach', 'afterAll', 'use', 'extend', 'setTimeout'].includes(
        rest.at(-1) ?? '',
      )
    )
      return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const rows = rest.includes('each') ? tableRows(node.expression) : [''];
    for (const row of rows.length > 0 ? rows : ['']) found.push({ title: `${title} ${row}`.trim(), line });
  };
  walk(source, '');
  return found;
}
