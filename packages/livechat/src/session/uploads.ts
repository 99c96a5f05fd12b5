import type { UploadModule, UploadTask } from '../boot/env.js';
import { Failure } from '../http/failure.js';
import { refusal } from '../http/request.js';
import { address } from '../http/urls.js';
import { object, whole } from '../link/read.js';
import { meant, type Room } from './room.js';
import { fileFacts, type FileFacts } from './toSession.js';

/** Where files go, and where they come from (rows T-123, T-124; P-18). */
export interface Uploads {
  /** One after another. Rejects with the first that failed, when all were tried. */
  upload(files: readonly File[], sid: string | undefined): Promise<readonly FileFacts[]>;
  /** Of the chat named, else of the one that the page shows or showed last. */
  downloadUrl(fileName: string, sid: string | undefined): string;
}

// What says that there is no resumable upload here, rather than that this file is not wanted.
const noTus = new Set([404, 405, 501]);

const codeOf: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Forbidden',
  403: 'Forbidden',
  404: 'NoSuchChat',
  409: 'WrongState',
  413: 'TooLarge',
  415: 'TypeNotAllowed',
  429: 'TooMany',
  503: 'Unavailable',
};

const statusOf = (error: unknown): number | undefined => whole(object(error)?.status);

const failureOf = (error: unknown): Failure => {
  if (error instanceof Failure) return error;
  const status = statusOf(error) ?? 0;
  return new Failure(
    codeOf[status] ?? 'UploadFailed',
    error instanceof Error ? error.message : 'UploadFailed',
  );
};

/** Uploads resumably by the part that is loaded for it, else in one piece. */
export function createUploads(room: Room): Uploads {
  const { access, chats, emit, env, page } = room;
  let loading: Promise<UploadModule | undefined> | undefined;

  const facts = (file: File): FileFacts => fileFacts(file);

  async function inOnePiece(file: File, sid: string, token: string): Promise<void> {
    const form = new FormData();
    form.append('file', file, file.name);
    // Without a limit of time: a large file takes as long as it takes.
    const response = await env.fetch(address(env, 'upload', { sid, page }), {
      method: 'POST',
      credentials: 'include',
      headers: { 'x-offhook-token': token },
      body: form,
    });
    if (!response.ok) throw await refusal(response, codeOf[response.status] ?? 'UploadFailed');
  }

  async function one(file: File, sid: string): Promise<void> {
    const clientId = chats.get(sid)?.clientId;
    const token = access.last ?? (await access.token());
    const progress = (sent: number): void =>
      emit('OnUploadProgress', [{ file, ...facts(file), sent }], { sid, clientId });
    const task: UploadTask = {
      file,
      endpoint: address(env, 'files', { sid, page }),
      headers: { 'x-offhook-token': token },
      metadata: { filename: file.name, filetype: file.type, page },
      progress,
    };
    loading ??= env.loadUploads().catch(() => undefined);
    const resumable = await loading;
    if (resumable === undefined) {
      loading = undefined;
    } else {
      try {
        await resumable.uploadFile(task);
        return;
      } catch (error) {
        if (!noTus.has(statusOf(error) ?? 0)) throw error;
      }
    }
    progress(0);
    await inOnePiece(file, sid, token);
    progress(file.size);
  }

  return {
    async upload(files, given) {
      const sid = meant(room, given);
      if (sid === undefined) throw new Failure('NoSuchChat', 'The page shows no chat to upload to.');
      const failures: Failure[] = [];
      for (const file of files) {
        try {
          await one(file, sid);
        } catch (error) {
          env.note('warn', 'uploadFiles', failureOf(error).code);
          failures.push(failureOf(error));
        }
      }
      const [first] = failures;
      if (first !== undefined) throw first;
      return files.map(facts);
    },
    downloadUrl(fileName, sid) {
      const of = sid ?? chats.all()[0]?.sid ?? chats.lastSid;
      return address(env, `files/${encodeURIComponent(fileName)}`, { sid: of });
    },
  };
}
