/** What a customer's page may ask of the chat, and how. All else, such as the agents' side, isn't there for it. */
const places: readonly { readonly path: RegExp; readonly methods: readonly string[] }[] = [
  { path: /^(?:livechat|libtextchat|livechat_upload|interface\/__clientlog)\.js$/, methods: ['GET', 'HEAD'] },
  { path: /^(?:status|visit|events|CaptchaImageServlet)$/, methods: ['GET'] },
  { path: /^(?:token|frames|close|log|upload)$/, methods: ['POST'] },
  { path: /^files$/, methods: ['POST'] },
  { path: /^files\/(?!\.{1,2}$)[^/]+$/, methods: ['GET', 'HEAD', 'PATCH', 'DELETE'] },
];

const base = '/tetherfi/livechat/';

/** The path of the chat's WebSocket. */
export const socketPath = `${base}socket`;

/** The methods that a path takes; none where a customer has no business there. The path is taken as it is written. */
export function methodsOf(path: string): readonly string[] {
  if (!path.startsWith(base)) return [];
  const rest = path.slice(base.length);
  return places.find((place) => place.path.test(rest))?.methods ?? [];
}
