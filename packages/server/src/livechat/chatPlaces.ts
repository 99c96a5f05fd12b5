import type { Clock } from '../clock.js';
import type { ChatMetrics } from '../metrics/chatMetrics.js';
import { captchaRoute } from './admission/captchaRoute.js';
import type { Captchas } from './admission/captchas.js';
import type { AgentTokens } from './agents/agentTokens.js';
import { loginRoute } from './agents/loginRoute.js';
import type { ChatLog } from './chatLog.js';
import type { Faults } from './control/faults.js';
import type { RequestGate } from './control/requestGate.js';
import type { pageLines } from './control/pageLines.js';
import { switchRoutes } from './control/switchRoutes.js';
import { downloadRoute } from './files/downloadRoute.js';
import { fileAccess } from './files/fileAccess.js';
import type { FileParts } from './files/fileParts.js';
import { multipartRoute } from './files/multipartRoute.js';
import { tusRoute } from './files/tusRoute.js';
import { json, type Exchange, type Serve } from './http/exchange.js';
import { FrontError } from './http/frontError.js';
import { places, type Audience, type Place, type Places } from './http/places.js';
import { rateLimit } from './http/rateLimit.js';
import { onlySite, unnamedSite } from './http/siteOf.js';
import type { ChatHub } from './hub/chatHub.js';
import type { Connections } from './links/connections.js';
import { fallback } from './links/fallback.js';
import type { Gate } from './links/socketConnection.js';
import type { LiveChatOptions } from './options.js';
import { clientLogRoute } from './pages/clientLogRoute.js';
import { agentConsole } from './pages/console.js';
import { isScriptPath, mainScript, scripts } from './pages/scripts.js';
import { statusRoute } from './pages/statusRoute.js';
import { closeRoute, needToken, tokenRoute, visitRoute } from './sessions/sessionRoutes.js';
import type { Tokens } from './sessions/tokens.js';
import type { WebSessions } from './sessions/webSessions.js';

/** What the addresses stand on. */
export interface PlaceParts {
  readonly options: LiveChatOptions;
  readonly hub: ChatHub;
  readonly clock: Clock;
  readonly log: ChatLog;
  readonly metrics: ChatMetrics;
  readonly sessions: WebSessions;
  readonly tokens: Tokens;
  readonly captchas: Captchas;
  readonly agents: AgentTokens;
  readonly faults: Faults;
  readonly connections: Connections;
  readonly pageLines: ReturnType<typeof pageLines>;
  readonly files: FileParts;
  asksCaptcha(site: string): boolean;
  mostChats(site: string): number;
  captchaReset(site: string, web: string, exceptPage?: string): void;
  onProblem(what: string, error: unknown): void;
  gate?(site: string): Gate;
  /** Makes a site's faults happen to a request that isn't a customer's own. */
  readonly requestGate: RequestGate;
  /** Why no chat can be taken now. */
  unready(): Promise<string | undefined>;
}

const chat = '/tetherfi/livechat';
const agent = '/tetherfi/agent';
/** Uploads that one web session may begin. */
const uploadRate = { burst: 30, perMinute: 30 };

/** All addresses of a live chat, and a look whether what they serve is there. */
export function chatPlaces(parts: PlaceParts): { readonly places: Places; warn(): Promise<void> } {
  const { options, hub, clock, log, metrics, sessions, agents, faults, files } = parts;
  const script = scripts(options.folders?.scripts);
  const desk = agentConsole(options.folders?.console);
  const frames = fallback({ ...parts, onProblem: parts.onProblem });
  const access = fileAccess(hub, sessions, agents);
  const uploads = rateLimit(uploadRate, clock);
  const place = (route: Place['route'], audience: Audience, methods: Place['methods']): Place => ({
    route,
    audience,
    methods,
  });

  /** Before an upload: the token, no more than so many, and no fault. */
  async function mayWrite(exchange: Exchange): Promise<void> {
    const web = await needToken(exchange, parts);
    if (faults.of(exchange.site)?.uploads === false)
      throw new FrontError('unavailable', 'No files can be sent now.');
    if (exchange.method !== 'POST') return;
    const wait = uploads.take(`${exchange.site} ${web}`);
    if (wait > 0) throw new FrontError('too-many', 'Too many files: wait a little.', { retryAfterMs: wait });
  }
  const tus = tusRoute(files, `${chat}/files`, async (exchange) => {
    const { method } = exchange;
    if (method !== 'HEAD') await mayWrite(exchange);
    return method === 'POST' ? access.uploader(exchange) : access.resumer(exchange);
  });
  const upload = multipartRoute(files, async (exchange) => {
    await mayWrite(exchange);
    return access.uploader(exchange);
  });
  const agentUpload = multipartRoute(files, access.agent);
  const agentReads = async (exchange: Exchange): Promise<string> => (await access.agent(exchange)).sid;

  const health: Serve = () => json({ ok: true });
  const ready: Serve = async () => {
    const why = await parts.unready();
    return json(why === undefined ? { ok: true } : { ok: false, reason: why }, why === undefined ? 200 : 503);
  };
  const figures: Serve = async () => ({
    status: 200,
    headers: { 'content-type': metrics.contentType },
    body: await metrics.text(),
  });
  const status = statusRoute(async (site) => {
    await parts.requestGate(site);
    return faults.of(site)?.statusOffline ?? (await parts.unready());
  });
  const served: Serve = (exchange) => script.serve(exchange, exchange.path.slice(1));
  const { switchKey } = options;
  const control =
    switchKey === undefined
      ? {}
      : {
          '/tetherfi/switch/': place(
            'switch',
            'anybody',
            switchRoutes({
              ...parts,
              key: switchKey,
              unnamed: options.sites === true ? unnamedSite : onlySite,
              linesOf: (site) => parts.pageLines.of(site),
              forgetLines: (site) => parts.pageLines.forget(site),
            }),
          ),
        };

  const known: Readonly<Record<string, Place>> = {
    [`${chat}/status`]: place('status', 'anybody', { GET: status }),
    [`${chat}/visit`]: place('visit', 'customer', { GET: visitRoute(parts) }),
    [`${chat}/token`]: place('token', 'customer', { POST: tokenRoute(parts) }),
    [`${chat}/frames`]: place('frames', 'customer', {
      POST: async (exchange) => frames.frames(exchange, await needToken(exchange, parts)),
    }),
    [`${chat}/events`]: place('events', 'customer', {
      GET: (exchange) => frames.events(exchange, sessions.need(exchange)),
    }),
    [`${chat}/close`]: place('close', 'customer', { POST: closeRoute(parts) }),
    [`${chat}/CaptchaImageServlet`]: place('captcha', 'customer', { GET: captchaRoute(parts) }),
    [`${chat}/log`]: place('log', 'customer', {
      POST: clientLogRoute(log, clock, (site, line) => parts.pageLines.keep(site, line)),
    }),
    [`${chat}/files`]: place('files', 'customer', { POST: tus }),
    [`${chat}/files/`]: place('download', 'customer', {
      GET: downloadRoute(files, `${chat}/files/`, access.reader),
      HEAD: tus,
      PATCH: tus,
      DELETE: tus,
    }),
    [`${chat}/upload`]: place('upload', 'customer', { POST: upload }),
    [`${agent}/login`]: place('agent-login', 'agent', { POST: loginRoute(options.agents, agents, clock) }),
    [`${agent}/files`]: place('agent-files', 'agent', { POST: agentUpload }),
    [`${agent}/files/`]: place('agent-files', 'agent', {
      GET: downloadRoute(files, `${agent}/files/`, agentReads),
    }),
    '/agent': place('console', 'agent', { GET: desk.serve }),
    '/agent/': place('console', 'agent', { GET: desk.serve }),
    '/healthz': place('health', 'anybody', { GET: health }),
    '/readyz': place('ready', 'anybody', { GET: ready }),
    '/metrics': place('metrics', 'anybody', { GET: figures }),
    ...control,
  };
  return {
    places: places(known, [
      { fits: isScriptPath, place: place('script', 'anybody', { GET: served, HEAD: served }) },
    ]),
    async warn() {
      const missing = (what: string): void =>
        log({ level: 'warn', event: 'start', text: `${what} isn’t built: its addresses answer 404.` });
      if (!(await script.isThere(mainScript))) missing('@offhook/livechat');
      if (!(await desk.isThere())) missing('The agent console');
    },
  };
}
