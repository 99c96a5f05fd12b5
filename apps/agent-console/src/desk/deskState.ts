import type { AgentRef, DeskChat } from '@offhook/livechat';
import type { OpenChat } from './openChat.js';

export type Connection = 'connecting' | 'online' | 'reconnecting';

/** Something that the agent should know and didn't ask for. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** Everything that the page shows of the desk. */
export interface DeskState {
  readonly me: AgentRef;
  readonly connection: Connection;
  /** The server's clock less the page's; milliseconds. */
  readonly clockAhead: number;
  readonly waiting: readonly DeskChat[];
  readonly waitingCount: number;
  /** Who is logged in. */
  readonly agents: readonly AgentRef[];
  /** In the order of the tabs. */
  readonly chats: readonly OpenChat[];
  readonly selected?: string | undefined;
  /** Whether the agent looks at the page. */
  readonly visible: boolean;
  /** Whether the desk has been told since the last hello: only then it is known which chats went on. */
  readonly heard: boolean;
  readonly notices: readonly Notice[];
}

/** Before anything was told. */
export const newDesk = (me: AgentRef): DeskState => ({
  me,
  connection: 'connecting',
  clockAhead: 0,
  waiting: [],
  waitingCount: 0,
  agents: [],
  chats: [],
  visible: true,
  heard: false,
  notices: [],
});
