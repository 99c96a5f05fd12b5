import { list, object, text, whole } from '../../link/read.js';
import { guardAttributes } from './guardAttributes.js';
import { guardNode, guardText, type GuardContext } from './guardNode.js';

type Guarded = Readonly<Record<string, unknown>>;

const idOrNull = (value: unknown): number | null => whole(value) ?? null;

/** What of a change of the document may be told; undefined when nothing is left of it. */
export function guardMutation(data: Record<string, unknown>, context: GuardContext): Guarded | undefined {
  // A frame's document: frames are boxes.
  if (data.isAttachIframe !== undefined) return undefined;
  const { nodeOf, verdicts } = context;
  const each = (
    value: unknown,
    guard: (one: Record<string, unknown>, id: number) => Guarded | undefined,
  ): readonly Guarded[] =>
    (list(value) ?? []).flatMap((item) => {
      const one = object(item);
      const id = whole(one?.id);
      const guarded = one !== undefined && id !== undefined ? guard(one, id) : undefined;
      return guarded === undefined ? [] : [guarded];
    });
  const visible = (id: number): Node | undefined => {
    const node = nodeOf(id);
    return node === null || verdicts.hides(node) ? undefined : node;
  };

  const texts = each(data.texts, (one, id) => {
    const node = visible(id);
    if (node === undefined) return undefined;
    return { id, value: guardText(text(one.value) ?? '', node, context) };
  });
  const attributes = each(data.attributes, (one, id) => {
    const node = visible(id);
    if (!(node instanceof Element)) return undefined;
    const verdict = verdicts.of(node);
    if (verdict === 'gone') return undefined;
    const kept = guardAttributes(one.attributes, verdict, context.document);
    return Object.keys(kept).length === 0 ? undefined : { id, attributes: kept };
  });
  const removes = each(data.removes, (one, id) => {
    const parentId = whole(one.parentId);
    if (parentId === undefined) return undefined;
    return { parentId, id, ...(one.isShadow === true ? { isShadow: true } : {}) };
  });
  const adds = (list(data.adds) ?? []).flatMap((item) => {
    const add = object(item);
    const parentId = whole(add?.parentId);
    const id = whole(object(add?.node)?.id);
    if (add === undefined || parentId === undefined || id === undefined) return [];
    const real = nodeOf(id);
    if (real !== null && verdicts.hides(real)) return [];
    const node = guardNode(add.node, context);
    return node === undefined ? [] : [{ parentId, nextId: idOrNull(add.nextId), node }];
  });
  if (texts.length + attributes.length + removes.length + adds.length === 0) return undefined;
  return { texts, attributes, removes, adds };
}
