import { deviceKinds, type Devices } from '../model/device.js';
import type { Report } from '../model/report.js';
import { merge, type Patch } from './same.js';

/** What a report says of the devices, field by field over what is known of them. */
export function mergedDevices(
  before: Devices | undefined,
  report: Extract<Report, { type: 'devices' }>,
): Patch<Devices> {
  if (before === undefined) return {};
  return Object.fromEntries(deviceKinds.map((kind) => [kind, merge(before[kind], report[kind])]));
}
