import type { Ports } from './ports.js';

/** Who is who, by origin, for whatever may show or ask whom. */
export interface Origins {
  readonly launcher: string;
  /**
   * The launcher by its other address: to a browser another site. A page of ours in a pane beside a softphone is on
   * this one, so that it is as far from the page around it as anybody's would be.
   */
  readonly twin: string;
  readonly board: string;
  /** RingCentral, Connect Me, Kunzite. */
  readonly widgets: readonly string[];
  /** The agents' desktop of XiVO. */
  readonly desktop: string;
  /** The web service that the desktop asks. */
  readonly service: string;
  /** The live chat's back end, which the scripts of a chatting page come from. */
  readonly chat: string;
}

/** Counted from the launcher's own port. */
export const servicePort = ({ simulator }: Ports): number => simulator + 6;

export function originsOf(ports: Ports): Origins {
  const { launcher, simulator } = ports;
  return {
    launcher: `http://localhost:${launcher}`,
    twin: `http://127.0.0.1:${launcher}`,
    board: `http://localhost:${simulator}`,
    widgets: [1, 2, 3].map((vendor) => `http://127.0.0.1:${simulator + vendor}`),
    desktop: `http://127.0.0.1:${simulator + 4}`,
    service: `http://localhost:${servicePort(ports)}`,
    chat: `http://localhost:${simulator + 5}`,
  };
}
