/** Which of the members came last. Cheap however many there are: leaving is noticed when it matters. */
export interface Recency {
  enter(id: string): void;
  leave(id: string): void;
  last(): string | undefined;
}

export function createRecency(): Recency {
  const members = new Set<string>();
  let order: string[] = [];

  return {
    enter(id) {
      if (members.has(id)) return;
      members.add(id);
      order.push(id);
    },
    leave(id) {
      members.delete(id);
      // Nobody may ever ask for the last one; what has left must not pile up.
      if (order.length > 2 * members.size + 16) {
        order = [...new Set(order.reverse())].reverse().filter((each) => members.has(each));
      }
    },
    last() {
      for (let id = order.at(-1); id !== undefined; id = order.at(-1)) {
        if (members.has(id)) return id;
        order.pop();
      }
      return undefined;
    },
  };
}
