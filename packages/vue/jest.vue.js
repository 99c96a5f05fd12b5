import { transformSync } from '@swc/core';
import { compileScript, parse } from 'vue/compiler-sfc';

// A component file for Jest. @vue/vue3-jest, which would do this, knows no Jest later than 29.
export default {
  process(source, filename) {
    const { descriptor, errors } = parse(source, { filename, sourceMap: false });
    if (errors.length > 0) throw errors[0];
    const { content } = compileScript(descriptor, { id: filename, inlineTemplate: true });
    return transformSync(content, {
      swcrc: false,
      filename,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
  },
};
