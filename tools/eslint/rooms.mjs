import path from 'node:path';
import { visitImports } from './imports.mjs';

const posix = (/** @type {string} */ file) => file.split(path.sep).join('/');

/** The name of the room that a path inside `src` lies in: its first folder, or the file's own name at the top. */
function roomOf(/** @type {string} */ inside) {
  const [first = '', ...rest] = inside.split('/');
  return rest.length > 0 ? first : first.replace(/\.[a-z]+$/, '');
}

/**
 * Which folder of a package may import which other. Unlike patterns on the written path, it resolves what a
 * relative import points at, so `../../fold/x.js` from a nested folder is judged like `../fold/x.js`.
 *
 * Options: `src` (the folder that holds the rooms, relative to the working directory) and `rooms`, an object
 * from a room to what it may import besides itself: names of rooms, names of files at the top (without
 * extension), and external packages. A room that is not listed is free.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const rooms = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: {
          src: { type: 'string' },
          rooms: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
        },
        required: ['src', 'rooms'],
        additionalProperties: false,
      },
    ],
    messages: {
      refused: "'{{room}}/' may import only {{allowed}}, not '{{specifier}}' (ARCHITECTURE.md, the rooms).",
    },
  },
  create(context) {
    const { src, rooms: allowedByRoom } = context.options[0];
    const root = path.resolve(context.cwd, src);
    const inside = posix(path.relative(root, context.filename));
    if (inside.startsWith('..')) return {};
    const room = roomOf(inside);
    const allowed = allowedByRoom[room];
    if (allowed === undefined) return {};

    const target = (/** @type {string} */ specifier) => {
      if (!specifier.startsWith('.')) return specifier;
      const resolved = posix(path.relative(root, path.resolve(path.dirname(context.filename), specifier)));
      return resolved.startsWith('..') ? resolved : roomOf(resolved);
    };

    return visitImports((specifier, node) => {
      const to = target(specifier);
      if ((to === room && specifier.startsWith('.')) || allowed.includes(to)) return;
      const names = allowed.length === 0 ? 'itself' : `itself and ${allowed.join(', ')}`;
      context.report({ node, messageId: 'refused', data: { room, allowed: names, specifier } });
    });
  },
};
