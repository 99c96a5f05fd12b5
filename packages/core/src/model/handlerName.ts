/** The name of one of the host's handlers, such as `contacts.match`. */
export type HandlerName =
  | 'contacts.sync'
  | 'contacts.search'
  | 'contacts.match'
  | 'activities.list'
  | 'activities.open'
  | 'callLog.write'
  | 'callLog.match'
  | 'messageLog.write'
  | 'messageLog.match'
  | 'authorization.toggle'
  | 'settings.change'
  | 'invites.conference'
  | 'invites.meeting';
