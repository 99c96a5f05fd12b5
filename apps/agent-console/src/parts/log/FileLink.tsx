import type { FileRef } from '@offhook/livechat';
import { useDesk } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { fileSize } from './fileSize.js';
import { saveBlob } from './saveBlob.js';

interface FileLinkProps {
  readonly sid: string;
  readonly file: FileRef;
}

/** Downloads a file. It is fetched with the agent's token, which an address of its own would give away. */
export function FileLink({ sid, file }: FileLinkProps) {
  const desk = useDesk();
  const { name, size } = file;
  const download = async (): Promise<void> => {
    const content = await desk.fetchFile(sid, name);
    if (content !== undefined) saveBlob(content, name);
  };
  return (
    <p className="chat-file">
      <Icon name="file" />
      <a
        href={desk.fileAddress(sid, name)}
        download={name}
        dir="auto"
        onClick={(event) => {
          event.preventDefault();
          void download();
        }}
      >
        {name}
      </a>
      <span className="soft number">{fileSize(size)}</span>
    </p>
  );
}
