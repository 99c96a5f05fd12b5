/** Why a chat could not be started (rows T-129 to T-138). */
export type StartCode =
  | 'StartError'
  | 'ServerInternalConnectivityError'
  | 'AlreadyStartedAndInSession'
  | 'CookiesDisabled'
  | 'UnOpenedSessionPerformedStart'
  | 'CaptchaDoesNotMatch'
  | 'CaptchaNotFound'
  | 'CaptchaIsEmpty'
  | 'MaxConcurrentSessionCountReached'
  | 'AlreadyEndedSession';

/** Why no chat could be opened (rows T-141 to T-143). */
export type OpenCode = 'CookiesDisabled' | 'NoSessionFound' | 'AlreadyEndedSession';

/** Why a callback was recorded in place of a chat (rows T-152 to T-157). */
export type NoticeCode =
  | 'ErrorInGetAgentDetails'
  | 'ErrorAgentDetails'
  | 'NoStaffedAgents'
  | 'QueueIsTooBig'
  | 'TimedOutInQueue'
  | 'InternalServerError';

/** A fault that is told without having been asked for (rows T-159, T-160). */
export type FaultCode = 'UnOpenedSessionNotAllowed' | 'InternalServerError';

/** Why a request other than `start` and `open` was refused. */
export type RefusalCode =
  /** The frame is none of the protocol, or a field is wrong: `text` names it. */
  | 'BadRequest'
  /** The token is missing, wrong or of another web session. */
  | 'Forbidden'
  /** There is no such live chat for who asks, or none that it takes part in. */
  | 'NoSuchChat'
  /** The page has a live chat that it has not opened. */
  | 'UnOpenedSessionNotAllowed'
  /** More than this session, customer or node may send: try again after `retryAfterMs`. */
  | 'TooMany'
  /** Not kept: the storage is away. Ask again with the same id. */
  | 'Unavailable'
  /** No agent of this name is logged in. */
  | 'NoSuchAgent'
  /** Somebody else was faster, or the chat is not in a state for it. */
  | 'WrongState'
  /** No agent is in the chat (P-17, P-20). */
  | 'NotConnected';
