/**
 * A rule that reports and never fixes. Nx's own fix reads the file that an import means, without knowing that `x.js` is
 * written for `x.ts`, and ESLint dies of it instead of reporting.
 *
 * @param {any} rule
 * @returns {import('eslint').Rule.RuleModule}
 */
export function withoutFixes(rule) {
  return {
    ...rule,
    meta: { ...rule.meta, fixable: undefined },
    create: (context) =>
      rule.create(
        Object.create(context, {
          report: {
            value: (/** @type {any} */ descriptor) => context.report({ ...descriptor, fix: null }),
          },
        }),
      ),
  };
}
