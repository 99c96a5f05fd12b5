import type { ConnectorContext } from '@offhook/core';
import type { HostFrame } from '../dispatch.js';
import type { Service } from './service.js';

/** Which widget it is: of 2019, as its documents of that year describe it, or today's. */
export type Profile = '2019' | 'current';

/** What serving the widget needs. */
export interface ServiceContext extends Pick<
  ConnectorContext,
  'clock' | 'ids' | 'emit' | 'provide' | 'log' | 'tabs'
> {
  /** The connector's id. */
  readonly connector: string;
  readonly service: Service;
  readonly profile: Profile;
  /** Where the widget comes from. */
  readonly origin: string;
  readonly send: (frame: HostFrame) => void;
}
