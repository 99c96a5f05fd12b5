import { register, type Behaviour, type TestRunner } from './behaviour.js';
import { connectorCommands } from './connectorCommands.js';
import { connectorCommits } from './connectorCommits.js';
import type { ConnectorDriver, ConnectorEnvironment } from './connectorDriver.js';
import { connectorLifecycle } from './connectorLifecycle.js';
import { connectorSafety } from './connectorSafety.js';
import { connectorState } from './connectorState.js';

/** Which connector is held to the contract, and by what runner. */
export interface ConnectorContractOptions {
  /** The vendor's name, for the suite's title. */
  readonly name: string;
  /** Makes the connector with the environment's fakes, and says how to play its vendor. Called for each connection. */
  readonly create: (environment: ConnectorEnvironment) => ConnectorDriver;
  /** Left out: the global `describe` and `it`. */
  readonly runner?: TestRunner;
}

/** The contract's demands as data, for a runner of another kind. */
export function connectorBehaviours({
  create,
}: Pick<ConnectorContractOptions, 'create'>): readonly Behaviour[] {
  return [
    ...connectorLifecycle(create),
    ...connectorState(create),
    ...connectorCommits(create),
    ...connectorCommands(create),
    ...connectorSafety(create),
  ];
}

/**
 * The suite that every connector passes. Call it in a test file.
 *
 * @example
 * connectorContract({
 *   name: 'Parlour',
 *   create: (env) => ({
 *     connector: parlour({ channel: frameChannel({ origin, source: () => env.vendor, host: env.host, accept }) }),
 *     transport: frameTransport(env, origin),
 *     ready: () => [{ type: 'line', up: true }],
 *     // … how this vendor says lost, ringing, answered, ended; and what dial and answer look like on its wire
 *   }),
 * });
 */
export function connectorContract(options: ConnectorContractOptions): void {
  register(`${options.name} keeps the connector contract`, connectorBehaviours(options), options.runner);
}
