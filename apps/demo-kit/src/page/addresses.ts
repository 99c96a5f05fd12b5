/** Where the simulator's parts are. */
export interface Addresses {
  /** The board, for this session. */
  readonly board: string;
  readonly boardOrigin: string;
  readonly ringcentralOrigin: string;
  /** The RingCentral widget, for this session. */
  readonly ringcentral: string;
  /** The Connect Me widget, for this session. */
  readonly connectMe: string;
  /** The Kunzite widget, for this session. */
  readonly kunzite: string;
  readonly xivoDesktopOrigin: string;
  /** The XiVO agents' desktop, for this session. */
  readonly xivoDesktop: string;
  /** Where the live chat's scripts and server are. */
  readonly tetherfi: string;
  /** The web service that the desktop and the panes of a softphone's page ask; the session is its channel. */
  readonly xivoService: string;
}

// The launcher's port and the simulator's first one move together.
const simulatorOffset = 100;

/**
 * The simulator's addresses, from the page's own: launcher on 4200, board on 4300, RingCentral on 4301, and so on. The
 * widgets are on 127.0.0.1 while the apps are on localhost: two sites, as in production.
 */
export function addressesFor(location: { readonly port: string }, session: string): Addresses {
  const first = Number(location.port) + simulatorOffset;
  const query = `?session=${encodeURIComponent(session)}`;
  const boardOrigin = `http://localhost:${first}`;
  const ringcentralOrigin = `http://127.0.0.1:${first + 1}`;
  const xivoDesktopOrigin = `http://127.0.0.1:${first + 4}`;
  return {
    boardOrigin,
    board: `${boardOrigin}/${query}`,
    ringcentralOrigin,
    ringcentral: `${ringcentralOrigin}/app.html${query}`,
    connectMe: `http://127.0.0.1:${first + 2}/${query}`,
    kunzite: `http://127.0.0.1:${first + 3}/${query}`,
    xivoDesktopOrigin,
    xivoDesktop: `${xivoDesktopOrigin}/${query}`,
    tetherfi: `http://localhost:${first + 5}`,
    xivoService: `http://localhost:${first + 6}/xivo`,
  };
}
