import { Hono } from 'hono';
import * as v from 'valibot';
import { boardPages, createBoardSocket } from './board-server.js';
import { systemClock } from './clock.js';
import { connectMeVendor } from './connect-me/connect-me-vendor.js';
import { controlApi } from './control-api.js';
import { kunziteVendor } from './kunzite/kunzite-vendor.js';
import { listen, type Listening } from './listen.js';
import { ringCentralVendor } from './ringcentral/ringcentral-vendor.js';
import { startTetherfi } from './tetherfi/tetherfi-vendor.js';
import type { ListedVendor, Vendor, VendorOptions } from './vendor.js';
import type { XivoAnswer } from './xivo/answer.js';
import { serviceUrl } from './xivo/control-schemas.js';
import { xivoVendor } from './xivo/xivo-vendor.js';

/** Where the simulator listens and whom it accepts. */
export interface SimulatorOptions {
  /** Port of the board; the vendors follow at +1, +2, … `0` takes any free ports. Default 4300. */
  readonly port?: number;
  /** Host origins that the widgets talk with; any when empty. */
  readonly strictOrigins?: readonly string[];
  /** What XiVO's desktop asks about each call (`THIRD_PARTY_URL`); `''` for nothing. Default: the demo service. */
  readonly thirdPartyUrl?: string;
  /** What it calls at a log-in (`THIRD_PARTY_LOGIN_URL`), with `%{login}`, `%{token}` and `%{xivocchost}`. */
  readonly loginUrl?: string;
  /** Where demo services listen; XiVO's at `/xivo` of the board's port and 6 unless given. */
  readonly services?: { readonly xivo?: string };
  /**
   * The live chat: a back end in a process of its own, on the board's port and 5, which needs a built `@offhook/server`.
   * `command` is another program to start in its place; `false` leaves the live chat out.
   */
  readonly tetherfi?: { readonly command?: readonly string[] } | false;
  /** Gets one line for each thing worth knowing; nothing is printed without it. */
  readonly log?: (line: string) => void;
}

/** The vendors' names, as in the paths of the control API. */
export type VendorName = 'ringcentral' | 'connect-me' | 'kunzite' | 'xivo' | 'tetherfi';

/** A simulator that runs. */
export interface Simulator {
  /** The board, a page for people; the control API is under its `/control/`. */
  readonly board: URL;
  /** The widgets' origins by vendor, and that of the live chat's back end unless it was left out. */
  readonly origins: Readonly<Record<Exclude<VendorName, 'tetherfi'>, string>> & {
    readonly tetherfi?: string;
  };
  /** What XiVO's demo service asks: the answer that `POST /control/xivo/config` set for a session, if any. */
  readonly xivo: { answerFor(session: string): XivoAnswer | undefined };
  /** Stops everything; resolves when no socket is left. */
  close(): Promise<void>;
}

type WidgetVendor = Exclude<VendorName, 'tetherfi'>;

const DEFAULT_PORT = 4300;
const XIVO_OFFSET = 4;
const TETHERFI_OFFSET = 5;
/** The demo service of XiVO: `@offhook/server`, which somebody else starts. */
const XIVO_SERVICE_OFFSET = 6;

/** Each vendor's port is the board's and its offset; XiVO's has its own way to begin. */
const kinds: readonly {
  readonly name: WidgetVendor;
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

function checkedUrl(name: string, url: string): string {
  const result = v.safeParse(serviceUrl, url);
  if (result.success) return result.output;
  throw new TypeError(`${name} "${url}" is not an http or https URL.`);
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
  const thirdPartyUrl = options.thirdPartyUrl && checkedUrl('thirdPartyUrl', options.thirdPartyUrl);
  const loginUrl = options.loginUrl && checkedUrl('loginUrl', options.loginUrl);
  const givenService = options.services?.xivo && checkedUrl('services.xivo', options.services.xivo);
  let boardPort = port;
  const xivoService = () => givenService || `http://localhost:${boardPort + XIVO_SERVICE_OFFSET}/xivo`;
  const opened: Pick<Listening, 'close'>[] = [];
  const served: Vendor[] = [];
  const vendors: ListedVendor[] = [];

  async function closeAll() {
    for (const vendor of served) vendor.close();
    boardSocket.close();
    await Promise.all(opened.map((one) => one.close()));
  }

  /** A vendor needs to know its own origin, which with port 0 is known only once it listens. */
  async function openVendor<Kind extends Vendor>(
    offset: number,
    create: (origin: string) => Kind,
  ): Promise<{ readonly origin: string; readonly vendor: Kind }> {
    const late: { vendor?: Vendor } = {};
    const app = new Hono();
    app.all('*', (context) =>
      late.vendor ? late.vendor.pages.fetch(context.req.raw) : context.text('Starting', 503),
    );
    const listening = await listen({
      app,
      upgrade: (request, socket, head) =>
        late.vendor ? late.vendor.upgrade(request, socket, head) : socket.destroy(),
      port: port === 0 ? 0 : port + offset,
      alsoIpv6: false,
    });
    opened.push(listening);
    const origin = `http://127.0.0.1:${listening.port}`;
    const vendor = create(origin);
    late.vendor = vendor;
    served.push(vendor);
    vendors.push(vendor);
    return { origin, vendor };
  }

  const boardSocket = createBoardSocket(vendors);
  try {
    const opening: { -readonly [Name in VendorName]?: string } = {};
    const common = { clock: systemClock, random: Math.random, strictOrigins };
    for (const { name, offset, create } of kinds) {
      const { origin } = await openVendor(offset, (own) => create({ ...common, origin: own }));
      opening[name] = origin;
    }
    const xivo = await openVendor(XIVO_OFFSET, (origin) =>
      xivoVendor({ ...common, origin, defaults: { thirdPartyUrl, loginUrl, service: xivoService } }),
    );
    opening.xivo = xivo.origin;
    if (options.tetherfi !== false) {
      const tetherfi = await startTetherfi({
        ...options.tetherfi,
        port: port === 0 ? 0 : port + TETHERFI_OFFSET,
        strictOrigins,
        clock: systemClock,
        log: (line) => log(`Simulator: live chat: ${line}`),
      });
      opened.push(tetherfi);
      vendors.push(tetherfi.vendor);
      opening.tetherfi = tetherfi.origin;
    }
    const origins = opening as Simulator['origins'];
    const app = new Hono();
    app.notFound((context) =>
      context.json({ error: { code: 'not-found', message: `There is no page ${context.req.path}.` } }, 404),
    );
    app.route(
      '/control',
      controlApi(vendors, () => ({ xivo: xivoService() })),
    );
    app.route('/', boardPages(vendors, origins));
    const board = await listen({ app, upgrade: boardSocket.upgrade, port, alsoIpv6: true });
    opened.push(board);
    boardPort = board.port;
    const url = new URL(`http://localhost:${board.port}/`);
    log(`Simulator (no real telephony): board ${url.href}`);
    for (const { name, label, page } of served) {
      log(`Simulator: ${label} ${page ? 'desktop' : 'widget'} ${origins[name as WidgetVendor]}`);
    }
    if (origins.tetherfi !== undefined) log(`Simulator: Tetherfi back end ${origins.tetherfi}`);
    return { board: url, origins, xivo: { answerFor: xivo.vendor.answerFor }, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
