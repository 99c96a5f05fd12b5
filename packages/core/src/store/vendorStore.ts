import type { Blocked } from '../command/permit.js';
import type { Connector } from '../connector.js';
import { mergedDevices } from '../fold/mergedDevices.js';
import { merge, type Patch } from '../fold/same.js';
import type { Agent } from '../model/agent.js';
import type { Connection } from '../model/connection.js';
import type { Devices } from '../model/device.js';
import type { EventBody } from '../model/event.js';
import { factsOf, type Report } from '../model/report.js';
import type { Widget } from '../model/widget.js';
import type { Batch } from '../stream/batch.js';
import { createCollection, type Collection, type CollectionStore } from '../stream/collection.js';
import type { Current } from '../stream/current.js';
import { StateNode } from '../stream/state.js';
import { newAgent, newConnection, newDevices, newWidget } from './newEntries.js';

/** What there is once a connector: how it stands with it, who works there, its widget, what it leaves to the host. */
export interface VendorStore {
  readonly connections: Collection<Connection>;
  readonly agents: Collection<Agent>;
  readonly widgets: Collection<Widget>;
  readonly devices: Collection<Devices>;
  /** By connector and command, why it can't be done for now. */
  readonly blocked: Current<Readonly<Record<string, Blocked>>>;
  connectionOf(connector: string): Connection | undefined;
  /** Whether this was ever ready. */
  wasReady(connector: string): boolean;
  /** Within a commit. `undefined` for a report of something else. */
  apply(connector: string, report: Report): readonly EventBody[] | undefined;
  complete(): void;
}

export function createVendorStore(batch: Batch, connectors: readonly Connector[]): VendorStore {
  const connections = createCollection<Connection>(batch);
  const agents = createCollection<Agent>(batch);
  const widgets = createCollection<Widget>(batch);
  const devices = createCollection<Devices>(batch);
  const unblocked = Object.fromEntries(connectors.map(({ id }) => [id, {}]));
  const blocked = new StateNode<Readonly<Record<string, Blocked>>>(batch, unblocked);
  const wasReady = new Set<string>();

  batch.commit(() => {
    for (const connector of connectors) {
      connections.set(connector.id, newConnection(connector));
      agents.set(connector.id, newAgent(connector));
      widgets.set(connector.id, newWidget(connector));
      devices.set(connector.id, newDevices(connector));
    }
  });

  /** Merges facts into the one entry that a connector has; told only when something changed. */
  function patched<T extends object>(
    store: CollectionStore<T>,
    id: string,
    patch: Patch<T>,
    told: (now: T) => EventBody,
  ): readonly EventBody[] {
    const before = store.find(id);
    const now = before && merge(before, patch);
    if (now === undefined || now === before) return [];
    store.set(id, now);
    return [told(now)];
  }

  return {
    connections: connections.view,
    agents: agents.view,
    widgets: widgets.view,
    devices: devices.view,
    blocked,
    connectionOf: connections.find,
    wasReady: (connector) => wasReady.has(connector),
    apply(id, report) {
      switch (report.type) {
        case 'connection': {
          if (report.status === 'ready') wasReady.add(id);
          // A reason belongs to the status that it came with.
          const lapsed = report.status && { reason: undefined, signInUrl: undefined };
          return patched(connections, id, { ...lapsed, ...factsOf(report) }, (connection) => ({
            type: 'connection.changed',
            connection,
          }));
        }
        case 'agent': {
          const lapsed = report.presence && { pauseReason: undefined };
          return patched(agents, id, { ...lapsed, ...factsOf(report) }, (agent) => ({
            type: 'agent.changed',
            agent,
          }));
        }
        case 'widget':
          return patched(widgets, id, factsOf(report), (widget) => ({ type: 'widget.changed', widget }));
        case 'devices':
          return patched(devices, id, mergedDevices(devices.find(id), report), (now) => ({
            type: 'device.changed',
            devices: now,
          }));
        case 'capabilities': {
          const before = blocked.value;
          blocked.set(merge(before, { [id]: report.blocked }));
          return blocked.value === before ? [] : [{ type: 'capabilities.changed' }];
        }
        default:
          return undefined;
      }
    },
    complete() {
      for (const store of [connections, agents, widgets, devices, blocked]) store.complete();
    },
  };
}
