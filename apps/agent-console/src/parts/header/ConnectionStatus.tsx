import type { Connection } from '../../desk/deskState.js';
import { useDeskState } from '../shared/deskContext.js';

const words: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting …',
  online: 'Online',
  reconnecting: 'Reconnecting …',
};

/** Whether the server is there. */
export function ConnectionStatus() {
  const connection = useDeskState((state) => state.connection);
  return (
    <span
      className="connection"
      role="status"
      aria-label="Connection"
      data-status={connection === 'online' ? 'ready' : 'connecting'}
    >
      {words[connection]}
    </span>
  );
}
