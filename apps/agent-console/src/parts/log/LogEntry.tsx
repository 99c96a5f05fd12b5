import { memo } from 'react';
import type { DeskEntry } from '../../desk/wire/readEntry.js';
import { useDeskState } from '../shared/deskContext.js';
import { TextWithLinks } from '../shared/TextWithLinks.js';
import { appText } from './appText.js';
import { FileLink } from './FileLink.js';
import { lineText } from './lineText.js';
import { Said } from './Said.js';

interface LogEntryProps {
  readonly sid: string;
  readonly entry: DeskEntry;
  /** What the customer is called. */
  readonly customer: string;
  /** What it says where the entry alone doesn't tell. */
  readonly line?: string | undefined;
}

/** One entry of a chat's log. All of it is text, whoever wrote it. */
export const LogEntry = memo(function LogEntry({ sid, entry, customer, line: given }: LogEntryProps) {
  const me = useDeskState((state) => state.me.id);
  if (entry.type !== 'msg' && entry.type !== 'app' && entry.type !== 'file') {
    const line = given ?? lineText(entry);
    return line === undefined ? null : (
      <p className="chat-line" dir="auto">
        {line}
      </p>
    );
  }
  const author = entry.by === 'c' ? customer : (entry.agent?.name ?? 'Agent');
  const own = entry.by === 'a' && entry.agent?.id === me;
  return (
    <Said author={author} at={Date.parse(entry.time)} own={own}>
      {entry.type === 'msg' && (
        <p className="chat-text" dir="auto">
          <TextWithLinks text={entry.msg} />
        </p>
      )}
      {entry.type === 'app' && (
        <>
          <p className="app-kind">App message{entry.kind === undefined ? '' : `: ${entry.kind}`}</p>
          <pre className="app-data">{appText(entry.data)}</pre>
        </>
      )}
      {entry.type === 'file' && <FileLink sid={sid} file={entry.file} />}
    </Said>
  );
});
