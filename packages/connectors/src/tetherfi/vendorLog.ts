import type { Report } from '@offhook/core';
import type { VendorApi } from './vendorApi.js';

type Line = readonly [type: 'warn' | 'error', message: string];

/** A code of the vendor's or of ours; whatever else may stand in such a place could hold a customer's words. */
const asCode = (code: string | undefined): string =>
  code !== undefined && /^[\w-]{1,64}$/.test(code) ? code : 'unknown';

function lineOf(report: Report): Line | undefined {
  switch (report.type) {
    case 'error': {
      const { code, vendorCode } = report.error;
      return ['error', vendorCode === undefined ? code : `${code} ${asCode(vendorCode)}`];
    }
    case 'protocol.rejected':
      return ['warn', `${report.count} ${report.reason} dropped`];
    case 'chat': {
      const kinds = ['video', 'screen', 'cobrowse'] as const;
      const kind = kinds.find((each) => report[each]?.failure);
      const failure = kind ? report[kind]?.failure : report.failure;
      return failure && ['warn', `${kind ?? 'chat'} failed ${asCode(failure.code)}`];
    }
    case 'connection': {
      const { status } = report;
      return status === 'failed' || status === 'offline' ? ['warn', `connection ${status}`] : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * Tells the vendor's own log of what goes wrong here, where its script has one (row T-122): codes alone, no message, name
 * or id. A line that can't be written is nobody's trouble.
 *
 * @param api the vendor's functions, once they are there
 */
export function vendorLog(api: () => VendorApi | undefined): (reports: readonly Report[]) => void {
  return (reports) => {
    const log = api();
    if (log?.has('slog') !== true) return;
    for (const report of reports) {
      const line = lineOf(report);
      if (!line) continue;
      const [type, message] = line;
      try {
        log.call('slog', type, 'offhook', message);
      } catch {
        return;
      }
    }
  };
}
