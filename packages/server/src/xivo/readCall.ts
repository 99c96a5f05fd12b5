import { fieldReader, type FieldReader } from './fieldReader.js';
import { ServiceError } from './serviceError.js';
import type { XivoCall, XivoQueue, XivoUser } from './xivoCall.js';

type Members = Readonly<Record<string, unknown>>;
/** As the type, with members that may be undefined: they are left out of JSON. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

const mostText = 1_000;
const mostToken = 16_384;
const mostId = 200;

/** A copy without the members that are undefined. */
function defined<T extends object>(value: Loose<T>): T {
  const copy: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== undefined) copy[key] = value[key];
  return copy as T;
}

function readUser(read: FieldReader, user: Members): XivoUser {
  const token = user['token'] ?? undefined;
  const fits = token === undefined || (typeof token === 'string' && token.length <= mostToken);
  // What is in it is the token reader's affair.
  if (!fits) read.wrong('user.token', `Expected a text of ${mostToken} characters at most.`);
  return defined<XivoUser>({
    userId: read.neededNumber('user.userId', user['userId']),
    agentId: read.wholeNumber('user.agentId', user['agentId']),
    firstName: read.text('user.firstName', user['firstName'], mostText),
    lastName: read.text('user.lastName', user['lastName'], mostText),
    fullName: read.text('user.fullName', user['fullName'], mostText),
    token: fits ? token : undefined,
  });
}

function readQueue(read: FieldReader, queue: Members): XivoQueue {
  return defined<XivoQueue>({
    id: read.wholeNumber('queue.id', queue['id']),
    name: read.needed('queue.name', queue['name'], mostText),
    displayName: read.text('queue.displayName', queue['displayName'], mostText),
    number: read.text('queue.number', queue['number'], mostText),
  });
}

function readData(read: FieldReader, given: Members): XivoCall['userData'] {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'object' && value !== null) {
      read.wrong(`userData.${name}`, 'Expected a text, a number, true, false or null.');
    }
  }
  return given as XivoCall['userData'];
}

/**
 * Checks what the agent desktop sent (rows ). Members that the document doesn't have are left out: a later version may
 * add some. A queue is absent or `null` for direct calls.
 *
 * @throws ServiceError `invalid-fields`, with every field that is wrong
 */
export function readCall(value: unknown): XivoCall {
  const read = fieldReader();
  const request = read.neededObject('', value);
  const user = request && read.neededObject('user', request['user']);
  const data = request && read.object('userData', request['userData']);
  const queue = request && read.object('queue', request['queue']);
  const call =
    request &&
    defined<XivoCall>({
      user: user && readUser(read, user),
      callee: read.needed('callee', request['callee'], mostText),
      caller: read.text('caller', request['caller'], mostText),
      userData: data === undefined ? {} : readData(read, data),
      callDataCallId: read.needed('callDataCallId', request['callDataCallId'], mostId),
      queue: queue && readQueue(read, queue),
    });
  if (call?.callDataCallId === '' && read.errors.length === 0) {
    read.wrong('callDataCallId', 'Expected the id of a call.');
  }
  if (call !== undefined && read.errors.length === 0) return call;
  throw new ServiceError('invalid-fields', 'The request has fields that are missing or wrong.', {
    fields: read.errors,
  });
}
