import { expect, type APIRequestContext } from '@playwright/test';

/** A row of the CRM's call log, as far as tests look at it. */
export interface LogRow {
  readonly id: string;
  readonly key: string;
  readonly vendor: string;
  readonly sessionId: string | null;
  readonly phase: string;
  readonly note: string | null;
  readonly contactId: string | null;
  readonly updates: number;
  readonly endReason?: string;
  readonly remote: { readonly number?: string };
  readonly recordings: readonly { readonly id: string; readonly link?: string }[];
}

/** A row of its message log. */
export interface MessageRow {
  readonly id: string;
  readonly vendor: string;
  readonly conversationLogId: string;
  readonly updates: number;
  readonly messages: readonly { readonly text?: string }[];
}

/** The host's own CRM, within one session. */
export interface Crm {
  logs(): Promise<readonly LogRow[]>;
  messages(): Promise<readonly MessageRow[]>;
  /** Takes the place of the faults before; none without any. */
  faults(faults: {
    readonly offline?: boolean;
    readonly failRate?: number;
    readonly delayMs?: number;
  }): Promise<void>;
}

export function createCrm(request: APIRequestContext, session: string): Crm {
  async function get<T>(path: string): Promise<readonly T[]> {
    const response = await request.get(`/crm/${path}`, { params: { session } });
    expect(response.ok(), `GET /crm/${path} says ${response.status()}`).toBe(true);
    return (await response.json()) as readonly T[];
  }
  return {
    logs: () => get<LogRow>('logs'),
    messages: () => get<MessageRow>('messages'),
    async faults(faults) {
      const response = await request.post('/crm/faults', { data: { session, ...faults } });
      expect(response.ok()).toBe(true);
    },
  };
}
