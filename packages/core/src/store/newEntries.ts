import type { Connector } from '../connector.js';
import type { Agent } from '../model/agent.js';
import type { Connection } from '../model/connection.js';

/** What is known of a connection before the connector has said anything. */
export const newConnection = ({ id, name }: Connector): Connection => ({
  connector: id,
  name,
  status: 'connecting',
});

/** What is known of an agent before the connector has said anything. */
export const newAgent = ({ id }: Connector): Agent => ({ connector: id, presence: 'unknown' });
