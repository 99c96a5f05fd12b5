import type { Connector } from '../connector.js';
import type { Agent } from '../model/agent.js';
import type { Device, Devices } from '../model/device.js';
import type { Widget } from '../model/widget.js';
import type { Connection } from '../model/connection.js';

/** What is known of a connection before the connector has said anything. */
export const newConnection = ({ id, name }: Connector): Connection => ({
  connector: id,
  name,
  status: 'connecting',
});

/** What is known of an agent before the connector has said anything. */
export const newAgent = ({ id }: Pick<Connector, 'id'>): Agent => ({ connector: id, presence: 'unknown' });

const vendors: Device = { delegated: false, on: false };

/** Nothing is left to the host before the connector says so. */
export const newDevices = ({ id }: Pick<Connector, 'id'>): Devices => ({
  connector: id,
  ringer: vendors,
  speaker: vendors,
  share: vendors,
});

/** What is known of a widget before the connector has said anything. */
export const newWidget = ({
  id,
  size = { width: 300, height: 500 },
}: Pick<Connector, 'id' | 'size'>): Widget => ({
  connector: id,
  open: false,
  size,
});
