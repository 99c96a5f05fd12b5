import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
}

/** Works the page by expressions: `page.evaluate` would bring Playwright's own script in, and be measured. */
export interface BarePage {
  run(expression: string): Promise<unknown>;
  /** Asks now and then until it is so. */
  until(expression: string): Promise<void>;
}

const mark = 'offhook: this thread';

/** The tasks of the page's own main thread while `work` lasts, by the CPU time of each; milliseconds. */
export async function cpuSlices(
  page: Page,
  work: (page: BarePage) => Promise<void>,
): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));

  async function run(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] },
  });
  // Other renderers are traced too, and a page's process is not known by its address: a mark tells it apart.
  await run(`performance.mark(${JSON.stringify(mark)})`);
  await work({
    run,
    async until(expression) {
      while ((await run(expression)) !== true) await page.waitForTimeout(100);
    },
  });
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;

  const marked = events.find(({ name }) => name === mark);
  if (!marked) throw new Error('The page’s thread is not in the trace.');
  return events
    .filter(({ name, ph }) => ph === 'X' && /RunTask$/.test(name))
    .filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid)
    .map(({ tdur = 0 }) => tdur / 1_000);
}
