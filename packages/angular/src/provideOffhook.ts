import {
  inject,
  InjectionToken,
  makeEnvironmentProviders,
  NgZone,
  provideEnvironmentInitializer,
  type EnvironmentProviders,
} from '@angular/core';
import { OffhookError, type Offhook } from '@offhook/core';
import { AgentService } from './AgentService.js';
import { CallService } from './CallService.js';
import { ChatService } from './ChatService.js';
import { CobrowseService } from './CobrowseService.js';
import { ScreenService } from './ScreenService.js';
import { VideoService } from './VideoService.js';
import { ConnectionService } from './ConnectionService.js';
import { ContactService } from './ContactService.js';
import { InboxService } from './InboxService.js';
import { IntegrationService } from './IntegrationService.js';
import { LogService } from './LogService.js';
import { offhookClient } from './offhookClient.js';
import { OffhookService } from './OffhookService.js';
import { PaneService } from './PaneService.js';

type Source = Offhook | (() => Offhook);

const sources = new InjectionToken<readonly Source[]>('what provideOffhook was given');

/**
 * Gives the client to the app, or to a route and whatever is below it. A function is called once for each injector,
 * as that is made, and may `inject`. The client is never closed by Angular.
 *
 * @throws OffhookError `invalid-state`, where the injector is made, when there or above is another client already.
 * @example
 * const phone = createOffhook({ connectors: [ringCentral({ clientId })] });
 * bootstrapApplication(App, { providers: [provideOffhook(phone)] });
 */
export function provideOffhook(client: Offhook | (() => Offhook)): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: sources, useValue: client, multi: true },
    { provide: offhookClient, useFactory: onlyClient },
    // The phone rings before anybody has asked for it; and what is wrong is told at the start.
    provideEnvironmentInitializer(() => void inject(offhookClient)),
    // Here, and not in the root: these are the services of this client.
    OffhookService,
    CallService,
    AgentService,
    ConnectionService,
    InboxService,
    ContactService,
    LogService,
    IntegrationService,
    PaneService,
    ChatService,
    CobrowseService,
    ScreenService,
    VideoService,
  ]);
}

function onlyClient(): Offhook {
  const [source, ...others] = new Set(inject(sources));
  const above = inject(offhookClient, { optional: true, skipSelf: true });
  // Outside of the zone: each frame of the vendor's would be a change detection in an app with zone.js.
  const client = typeof source === 'function' ? inject(NgZone).runOutsideAngular(source) : source;
  if (client === undefined) {
    throw new OffhookError(
      'invalid-argument',
      'Give provideOffhook what createOffhook returned, or a function that does.',
    );
  }
  if (others.length === 0 && (above === null || above === client)) return client;
  throw new OffhookError(
    'invalid-state',
    'There is another client already, here or above. Call provideOffhook once, and give all connectors to one createOffhook.',
  );
}
