import type { MediaKind } from '@offhook/core';
import { register, type Behaviour, type TestRunner } from './behaviour.js';
import type { CreateChatConnector } from './chatConnectorDriver.js';
import { chatConnectorLife } from './chatConnectorLife.js';
import { chatConnectorShare } from './chatConnectorShare.js';
import { chatConnectorTalk } from './chatConnectorTalk.js';
import { chatConnectorVideo } from './chatConnectorVideo.js';

/** Which connector is held to the contract of chats, and by what runner. */
export interface ChatConnectorContractOptions {
  /** The vendor's name, for the suite's title. */
  readonly name: string;
  /** Makes the connector with the environment's fakes, and says how to play its vendor. Called for each connection. */
  readonly create: CreateChatConnector;
  /** What it can do beside chatting; nothing, unless given. The driver then says what the vendor says of it. */
  readonly media?: readonly MediaKind[];
  /** Left out: the global `describe` and `it`. */
  readonly runner?: TestRunner;
}

/** The contract's demands as data, for a runner of another kind. */
export const chatConnectorBehaviours = ({
  create,
  media = [],
}: Pick<ChatConnectorContractOptions, 'create' | 'media'>): readonly Behaviour[] => [
  ...chatConnectorLife(create),
  ...chatConnectorTalk(create),
  ...media.flatMap((kind) =>
    kind === 'video' ? chatConnectorVideo(create) : chatConnectorShare(create, kind),
  ),
];

/**
 * The suite that every connector passes which chats. Call it in a test file.
 *
 * @example chatConnectorContract({ name: 'Lounge', create: (env) => lounge(env) });
 */
export function chatConnectorContract(options: ChatConnectorContractOptions): void {
  register(
    `${options.name} keeps the contract of connectors that chat`,
    chatConnectorBehaviours(options),
    options.runner,
  );
}
