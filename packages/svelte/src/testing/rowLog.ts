import type { CallState } from '@offhook/core';

/** How often a list and its rows were shown, and what the rows show now. */
export interface RowLog {
  readonly counts: { list: number; readonly rows: Map<string, number> };
  readonly states: Map<string, CallState | undefined>;
  showList(ids: readonly string[]): string;
  showRow(id: string, state: CallState | undefined): string;
  hideRow(id: string): void;
}

export function createRowLog(): RowLog {
  const counts = { list: 0, rows: new Map<string, number>() };
  const states = new Map<string, CallState | undefined>();
  return {
    counts,
    states,
    showList(ids) {
      counts.list += 1;
      return `${ids.length} calls`;
    },
    showRow(id, state) {
      counts.rows.set(id, (counts.rows.get(id) ?? 0) + 1);
      states.set(id, state);
      return state ?? '';
    },
    hideRow: (id) => void states.delete(id),
  };
}
