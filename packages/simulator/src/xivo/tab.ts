import type { ToPage } from './page-protocol.js';
import type { XivoSession } from './session.js';

/** One open desktop. */
export interface Tab {
  readonly id: string;
  readonly session: XivoSession;
  /** The vendor's other interface, for users who are no agents: it calls the login URL, and has no panes. */
  readonly assistant: boolean;
  /** The order in which tabs got the focus; the highest is the active one. */
  focusedAt: number;
  /** Posts a message to the pages in its panes, unless a fault eats it. */
  emit(frame: unknown): void;
  tellPage(message: ToPage): void;
  close(): void;
}

/** The tab last focused. */
export function focusedTab(session: XivoSession, among = session.tabs): Tab | undefined {
  let focused: Tab | undefined;
  for (const tab of among) if (!focused || tab.focusedAt >= focused.focusedAt) focused = tab;
  return focused;
}

/** The agent desktop last focused: the only tab that asks the web service and shows panes. */
export const activeTab = (session: XivoSession): Tab | undefined =>
  focusedTab(
    session,
    session.tabs.filter(({ assistant }) => !assistant),
  );
