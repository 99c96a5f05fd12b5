/**
 * The processor time of each task that the page's own thread ran meanwhile, in milliseconds, the shortest first. What
 * else the machine does at the moment is not in it.
 */
export async function threadTasks(browser, page, meanwhile) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['__metadata', 'blink.user_timing', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
    transferMode: 'ReportEvents',
  });
  await page.evaluate(() => performance.mark('offhook-begin'));
  await meanwhile();
  await page.evaluate(() => performance.mark('offhook-end'));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const mark = (name) => events.find((event) => event.name === name);
  const begin = mark('offhook-begin');
  const end = mark('offhook-end');
  if (begin === undefined || end === undefined) throw new Error('The trace has no marks.');
  return events
    .filter(
      ({ name, pid, tid, ts, tdur }) =>
        name === 'RunTask' && pid === begin.pid && tid === begin.tid && ts > begin.ts && ts < end.ts && tdur !== undefined,
    )
    .map(({ tdur }) => tdur / 1_000)
    .sort((a, b) => a - b);
}
