// `connectMessage` names no vendor, `connectMe` and `connect-me` do.
const vendorWords = [
  /ring[-_ ]?central|kunzite|xivo|tetherfi/i,
  /connect[-_ ]me(?![a-z])/i,
  /connectMe(?![a-z])|ConnectMe(?![a-z])/,
];

/** @param {string} text */
const vendorWordIn = (text) => vendorWords.map((word) => word.exec(text)?.[0]).find(Boolean);

/**
 * Vendors' words live in their own rooms only. Comments are free: they may say which vendor is the reason.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noVendorWord = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { refused: "'{{word}}' is a vendor's word: it belongs in that vendor's folder of connectors." },
  },
  create(context) {
    const check = (/** @type {import('eslint').Rule.Node} */ node, /** @type {string} */ text) => {
      const word = vendorWordIn(text);
      if (word !== undefined) context.report({ node, messageId: 'refused', data: { word } });
    };
    return {
      Identifier: (node) => check(node, node.name),
      JSXIdentifier: (/** @type {any} */ node) => check(node, node.name),
      PrivateIdentifier: (node) => check(node, node.name),
      TemplateElement: (node) => check(node, node.value.raw),
      JSXText: (/** @type {any} */ node) => check(node, node.value),
      Literal(node) {
        if (typeof node.value === 'string') check(node, node.value);
        else if ('regex' in node && node.regex) check(node, node.regex.pattern);
      },
    };
  },
};
