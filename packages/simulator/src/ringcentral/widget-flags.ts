/** Parts of the widget's query that change what it sends. */
export interface WidgetFlags {
  readonly disableLoginPopup: boolean;
  readonly disableInactiveTabCallEvent: boolean;
  readonly enableFromNumberSetting: boolean;
  readonly defaultAutoLogCall?: boolean;
  readonly defaultAutoLogMessage?: boolean;
}

function flag(query: URLSearchParams, name: string): boolean | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  return value !== '0' && value !== 'false' && value !== '';
}

export function widgetFlagsOf(query: URLSearchParams): WidgetFlags {
  const autoLogCall = flag(query, 'defaultAutoLogCallEnabled');
  const autoLogMessage = flag(query, 'defaultAutoLogMessageEnabled');
  return {
    disableLoginPopup: flag(query, 'disableLoginPopup') ?? false,
    disableInactiveTabCallEvent: flag(query, 'disableInactiveTabCallEvent') ?? false,
    enableFromNumberSetting: flag(query, 'enableFromNumberSetting') ?? false,
    ...(autoLogCall === undefined ? {} : { defaultAutoLogCall: autoLogCall }),
    ...(autoLogMessage === undefined ? {} : { defaultAutoLogMessage: autoLogMessage }),
  };
}
