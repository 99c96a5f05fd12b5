import { Hono } from 'hono';
import { boardPages, createBoardSocket } from './board-server.js';
import { systemClock } from './clock.js';
import { connectMeVendor } from './connect-me/connect-me-vendor.js';
import { controlApi } from './control-api.js';
import { kunziteVendor } from './kunzite/kunzite-vendor.js';
import { listen, type Listening } from './listen.js';
import { ringCentralVendor } from './ringcentral/ringcentral-vendor.js';
import type { Vendor, VendorOptions } from './vendor.js';

/** Where the simulator listens and whom it accepts. */
export interface SimulatorOptions {
  /** Port of the board; the widgets follow at +1, +2, … `0` takes any free ports. Default 4300. */
  readonly port?: number;
  /** Host origins that the widgets talk with; any when empty. */
  readonly strictOrigins?: readonly string[];
  /** Gets one line for each thing worth knowing; nothing is printed without it. */
  readonly log?: (line: string) => void;
}

/** The vendors' names, as in the paths of the control API. */
export type VendorName = 'ringcentral' | 'connect-me' | 'kunzite';

/** A simulator that runs. */
export interface Simulator {
  /** The board, a page for people; the control API is under its `/control/`. */
  readonly board: URL;
  /** The widgets' origins by vendor. */
  readonly origins: Readonly<Record<VendorName, string>>;
  /** Stops everything; resolves when no socket is left. */
  close(): Promise<void>;
}

const DEFAULT_PORT = 4300;

/** Each vendor's port is the board's and its offset. */
const kinds: readonly {
  readonly name: VendorName;
  readonly offset: number;
  readonly create: (options: VendorOptions) => Vendor;
}[] = [
  { name: 'ringcentral', offset: 1, create: ringCentralVendor },
  { name: 'connect-me', offset: 2, create: connectMeVendor },
  { name: 'kunzite', offset: 3, create: kunziteVendor },
];

/** Checks what would otherwise be ignored in silence. */
function checkedOrigins(origins: readonly string[]): readonly string[] {
  return origins.map((origin) => {
    const parsed = URL.canParse(origin) ? new URL(origin).origin : 'null';
    if (parsed === 'null') throw new TypeError(`"${origin}" is not an origin such as http://localhost:4200.`);
    return parsed;
  });
}

/**
 * Starts the simulated vendors on loopback. Importing the package does nothing; this does.
 *
 * @example
 * const simulator = await startSimulator({ port: 4300 });
 * console.log(`Board: ${simulator.board}`);
 * await simulator.close();
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = DEFAULT_PORT, log = () => {} } = options;
  const strictOrigins = checkedOrigins(options.strictOrigins ?? []);
  const opened: Listening[] = [];
  const vendors: Vendor[] = [];

  async function closeAll() {
    for (const vendor of vendors) vendor.close();
    boardSocket.close();
    await Promise.all(opened.map((one) => one.close()));
  }

  /** A vendor needs to know its own origin, which with port 0 is known only once it listens. */
  async function openVendor(offset: number, create: (origin: string) => Vendor): Promise<string> {
    const served: { vendor?: Vendor } = {};
    const app = new Hono();
    app.all('*', (context) =>
      served.vendor ? served.vendor.pages.fetch(context.req.raw) : context.text('Starting', 503),
    );
    const listening = await listen({
      app,
      upgrade: (request, socket, head) =>
        served.vendor ? served.vendor.upgrade(request, socket, head) : socket.destroy(),
      port: port === 0 ? 0 : port + offset,
      alsoIpv6: false,
    });
    opened.push(listening);
    const origin = `http://127.0.0.1:${listening.port}`;
    served.vendor = create(origin);
    vendors.push(served.vendor);
    return origin;
  }

  const boardSocket = createBoardSocket(vendors);
  try {
    const opening: Partial<Record<VendorName, string>> = {};
    for (const { name, offset, create } of kinds) {
      opening[name] = await openVendor(offset, (origin) =>
        create({ clock: systemClock, random: Math.random, origin, strictOrigins }),
      );
    }
    const origins = opening as Record<VendorName, string>;
    const app = new Hono();
    app.notFound((context) =>
      context.json({ error: { code: 'not-found', message: `There is no page ${context.req.path}.` } }, 404),
    );
    app.route('/control', controlApi(vendors));
    app.route('/', boardPages(vendors, origins));
    const board = await listen({ app, upgrade: boardSocket.upgrade, port, alsoIpv6: true });
    opened.push(board);
    const url = new URL(`http://localhost:${board.port}/`);
    log(`Simulator (no real telephony): board ${url.href}`);
    vendors.forEach(({ label }, index) =>
      log(`Simulator: ${label} widget http://127.0.0.1:${opened[index]?.port}`),
    );
    return { board: url, origins, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
