/** What the server tells a board of the session it shows. */
export interface Snapshot {
  readonly status: {
    readonly widgets: number;
    readonly signedIn: boolean;
    readonly sip: string;
    readonly faults: Readonly<Record<string, unknown>>;
    readonly registered?: readonly (string | null)[];
    /** XiVO's: what the agent's status says, titles of open panes, and what is configured. */
    readonly agent?: string;
    readonly openPanes?: readonly string[];
    readonly config?: { readonly thirdPartyUrl: string; readonly answer: unknown };
    /** Tetherfi's: names of the agents that the simulator has logged in. */
    readonly agents?: readonly string[];
  };
  readonly calls: readonly BoardCall[];
  readonly frames: readonly BoardFrame[];
  /** Tetherfi's. */
  readonly chats?: readonly BoardChat[];
}

export interface BoardChat {
  readonly id: string;
  readonly clientId?: string;
  readonly state: string;
  readonly queuePosition?: number;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly trans: readonly {
    readonly type: string;
    readonly by?: 'c' | 'a';
    /** URL-encoded. */
    readonly msg?: string;
    readonly name?: string;
    readonly time: string;
  }[];
  readonly details: Readonly<Record<string, string>>;
}

export interface BoardCall {
  readonly id: string;
  readonly state: string;
  readonly direction: 'inbound' | 'outbound';
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly queue?: string;
  /** Of which kind the vendor's session is, where it has kinds. */
  readonly type?: string;
  readonly startedAt: number | null;
  readonly onHold?: boolean;
  readonly remoteOnHold?: boolean;
  readonly muted?: boolean;
  readonly recording?: string;
  readonly dtmf?: string;
}

export interface BoardFrame {
  readonly seq: number;
  readonly at: number;
  readonly direction: 'in' | 'out';
  readonly origin: string;
  readonly data: unknown;
}

export interface BoardVendor {
  readonly name: string;
  readonly label: string;
  readonly origin: string;
  /** The path of its own page, where it is no widget. */
  readonly page?: string;
}

export interface BoardState {
  readonly session: string;
  vendor: BoardVendor | undefined;
  vendors: readonly BoardVendor[];
  snapshot: Snapshot | undefined;
  online: boolean;
  /** The log stands still while somebody reads it. */
  paused: boolean;
  /** Frames shown while paused. */
  frozen: readonly BoardFrame[];
  filter: string;
}
