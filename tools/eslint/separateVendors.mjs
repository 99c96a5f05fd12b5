import path from 'node:path';
import { visitImports } from './imports.mjs';

/**
 * One vendor's folder knows nothing of another's. Option: `src`, the folder that holds one folder per vendor,
 * and `alias`, the package name under which the vendors are published.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const separateVendors = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: { src: { type: 'string' }, alias: { type: 'string' } },
        required: ['src', 'alias'],
        additionalProperties: false,
      },
    ],
    messages: {
      refused: "The folder of '{{vendor}}' may not import from '{{other}}': vendors don't know each other.",
    },
  },
  create(context) {
    const { src, alias } = context.options[0];
    const root = path.resolve(context.cwd, src);
    const [vendor = '', ...rest] = path.relative(root, context.filename).split(path.sep);
    if (vendor === '..' || rest.length === 0) return {};

    const vendorOf = (/** @type {string} */ specifier) => {
      if (specifier.startsWith(`${alias}/`)) return specifier.slice(alias.length + 1).split('/')[0];
      if (!specifier.startsWith('.')) return undefined;
      const [first = '', ...deeper] = path
        .relative(root, path.resolve(path.dirname(context.filename), specifier))
        .split(path.sep);
      return first === '..' || deeper.length === 0 ? undefined : first;
    };

    return visitImports((specifier, node) => {
      const other = vendorOf(specifier);
      if (other === undefined || other === vendor) return;
      context.report({ node, messageId: 'refused', data: { vendor, other } });
    });
  },
};
