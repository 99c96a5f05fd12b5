import type { Clock } from './clock.js';

export interface VirtualClock extends Clock {
  /** Moves time forward, running every due task in order and letting promises settle after each. */
  advance(ms: number): Promise<void>;
  /** Lets promises settle without moving time. */
  settle(): Promise<void>;
  /** How many tasks wait. */
  readonly pending: number;
}

interface Task {
  due: number;
  order: number;
  run: () => void;
}

/** Time that moves only when a test says so. */
export function createVirtualClock(start = Date.UTC(2026, 10, 20, 12)): VirtualClock {
  let now = start;
  let order = 0;
  const tasks = new Set<Task>();

  async function settle() {
    // Chains of awaits in the engine are short; fifty turns is far beyond the longest.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  }

  function nextDue(limit: number): Task | undefined {
    let next: Task | undefined;
    for (const task of tasks) {
      if (task.due > limit) continue;
      if (!next || task.due < next.due || (task.due === next.due && task.order < next.order)) next = task;
    }
    return next;
  }

  return {
    now: () => now,
    after(ms, run) {
      const task: Task = { due: now + Math.max(0, ms), order: (order += 1), run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    async advance(ms) {
      const limit = now + ms;
      await settle();
      for (let task = nextDue(limit); task; task = nextDue(limit)) {
        tasks.delete(task);
        now = Math.max(now, task.due);
        task.run();
        await settle();
      }
      now = limit;
    },
    settle,
    get pending() {
      return tasks.size;
    },
  };
}
