import { connectionText } from '@offhook/demo-kit';
import { useConnection } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

export function ConnectionStatus() {
  const texts = useTexts();
  const connection = useConnection();
  return (
    <span role="status" aria-label={texts.connection} className="connection" data-status={connection.status}>
      {connectionText(connection, texts)}
    </span>
  );
}
