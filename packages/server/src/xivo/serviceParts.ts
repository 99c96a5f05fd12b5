import type { Clock } from '../clock.js';
import type { EventLog } from '../events/eventLog.js';
import type { ServiceMetrics } from '../metrics/serviceMetrics.js';
import type { CorsPolicy } from './corsPolicy.js';
import type { Ask, BodyLimits } from './exchange.js';
import type { XivoServiceOptions } from './options.js';
import type { Log } from './serviceLog.js';
import type { Tickets } from './tickets.js';
import type { TokenReader } from './tokenReader.js';

/** What the routes of a service share. */
export interface ServiceParts {
  readonly options: XivoServiceOptions;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: ServiceMetrics;
  readonly events: EventLog;
  readonly tokens: TokenReader;
  readonly tickets: Tickets;
  /** For agent desktops. */
  readonly desktops: CorsPolicy;
  /** For pages. */
  readonly pages: CorsPolicy;
  readonly limits: BodyLimits;
  channelOf(ask: Ask): string;
}
