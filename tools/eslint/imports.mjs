/**
 * Visits every module specifier of a file: imports, re-exports, `import()` and `import('x').Type`.
 *
 * @param {(specifier: string, node: import('eslint').Rule.Node) => void} visit
 * @returns {import('eslint').Rule.RuleListener}
 */
export function visitImports(visit) {
  const from = (/** @type {any} */ node) => {
    if (typeof node.source?.value === 'string') visit(node.source.value, node.source);
  };
  return {
    ImportDeclaration: from,
    ExportNamedDeclaration: from,
    ExportAllDeclaration: from,
    ImportExpression: from,
    TSImportType: from,
    TSExternalModuleReference(/** @type {any} */ node) {
      if (typeof node.expression.value === 'string') visit(node.expression.value, node.expression);
    },
  };
}
