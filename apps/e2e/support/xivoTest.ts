import { serveService, type OwnService, type Reply } from './ownService.js';
import { test as base } from './test.js';
import { createXivoDesktop, type XivoDesktop } from './xivoDesktop.js';
import { createXivoSimulator, type XivoSimulator } from './xivoSimulator.js';

interface XivoFixtures {
  readonly xivo: XivoSimulator;
  /** The agents' desktop, open, with somebody who takes calls. */
  readonly desktop: XivoDesktop;
  /** Starts a web service of the test's own, and has the desktop ask it. */
  readonly ownService: (reply: Parameters<typeof serveService>[0]) => Promise<OwnService>;
}

export const test = base.extend<XivoFixtures>({
  xivo: async ({ request, session }, use) => use(createXivoSimulator(request, session)),
  desktop: async ({ page, session }, use) => {
    const desktop = createXivoDesktop(page, session);
    await desktop.open();
    await use(desktop);
  },
  ownService: async ({ xivo }, use) => {
    const started: OwnService[] = [];
    await use(async (reply) => {
      const service = await serveService(reply);
      started.push(service);
      await xivo.config({ thirdPartyUrl: service.url });
      return service;
    });
    await Promise.all(started.map((service) => service.close()));
  },
});

/** An answer of the service's, as JSON. */
export const json = (answer: object): Reply => ({ body: JSON.stringify(answer) });
