import { InjectionToken } from '@angular/core';

/** How often a list and its rows were rendered, and what the rows that are there show. */
export interface RowLog {
  list: number;
  readonly rows: Map<string, number>;
  readonly states: Map<string, string | undefined>;
}

export const rowLog = new InjectionToken<RowLog>('log of the rows');
