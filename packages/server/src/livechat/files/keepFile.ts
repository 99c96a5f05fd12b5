import type { FileRef } from '@offhook/livechat';
import { LogError } from '../log/logError.js';
import { FrontError } from '../http/frontError.js';
import type { FileParts, Owner } from './fileParts.js';

/**
 * A file is there as a whole: tells the chat, which gives it a name of its own (`a (2).pdf`, P-18, T-172).
 *
 * @throws FrontError where the chat is over, or the log away
 */
export async function keepFile(file: FileRef, owner: Owner, { hub, metrics }: FileParts): Promise<FileRef> {
  const { site, sid, by } = owner;
  try {
    const entry = await hub.addFile(
      site,
      sid,
      by,
      file,
      owner.by === 'c' ? { page: owner.page } : { agent: owner.agent },
    );
    metrics.uploaded(file.size);
    return entry.type === 'file' ? entry.file : file;
  } catch (error) {
    if (error instanceof LogError && error.code === 'closed') {
      throw new FrontError('not-found', 'The chat is over: nobody is there to get the file.');
    }
    throw new FrontError('unavailable', 'The file was not kept: try again.');
  }
}
