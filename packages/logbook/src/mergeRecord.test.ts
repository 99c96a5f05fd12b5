import { virtualClock } from '@offhook/testing';
import { factsOfVendor } from './facts.js';
import { mergeRecord } from './mergeRecord.js';
import type { CallRecord } from './record.js';

const record: CallRecord = {
  type: 'call',
  connector: 'fake',
  vendorIds: ['1'],
  phase: 'final',
  weight: 6,
  direction: 'inbound',
  remote: { number: '+1216', name: 'Ann' },
  startedAt: 1_000,
  talkMs: 60_000,
  endReason: 'completed',
  recordings: [],
};

describe('what is added to an entry', () => {
  it('is nothing where it is known: the same reference', () => {
    expect(mergeRecord(record, { ...record })).toBe(record);
    expect(mergeRecord(record, { ...record, phase: 'start', weight: 0, recordings: [], remote: {} })).toBe(
      record,
    );
  });

  it('is nothing where another tab’s clock differs a little, and something where it is more', () => {
    expect(mergeRecord(record, { ...record, talkMs: 60_400, startedAt: 900 })).toBe(record);
    expect(mergeRecord(record, { ...record, talkMs: 62_000 })).toMatchObject({ talkMs: 62_000 });
  });

  it('only fills gaps where it is older or less certain', () => {
    const early: CallRecord = {
      ...record,
      phase: 'start',
      weight: 0,
      talkMs: 5,
      remote: { name: 'A.', extension: '101' },
      sessionId: '7',
    };
    expect(mergeRecord(record, early)).toEqual({
      ...record,
      remote: { number: '+1216', name: 'Ann', extension: '101' },
      sessionId: '7',
    });
    expect(mergeRecord(record, { ...early, phase: 'final', weight: 8 })).toMatchObject({
      talkMs: 5,
      remote: { number: '+1216', name: 'A.', extension: '101' },
    });
  });

  it('is an update from the second write on, and a recording where one comes behind the end', () => {
    const start: CallRecord = { ...record, phase: 'start' };
    expect(mergeRecord(undefined, start)).toBe(start);
    expect(mergeRecord(start, { ...start, sessionId: '7' })).toMatchObject({ phase: 'update' });
    const recordings = [{ id: 'r1' }];
    expect(mergeRecord(start, { ...record, recordings })).toMatchObject({ phase: 'final' });
    expect(mergeRecord(record, { ...record, recordings })).toMatchObject({ phase: 'recording', recordings });
  });

  it('has a vendor’s note from when it was first said, whichever tab puts it first', () => {
    const late: CallRecord = {
      ...record,
      agentNote: { value: 'Blue', at: 2 },
      vendorNote: { value: 'Red', at: 3 },
    };
    const early: CallRecord = { ...record, vendorNote: { value: 'Red', at: 1 } };
    expect(mergeRecord(late, early)).toMatchObject({ vendorNote: { value: 'Red', at: 1 } });
    expect(mergeRecord(early, { ...early, vendorNote: { value: 'Red', at: 9 } })).toBe(early);
  });

  it('has no empty note of a vendor that never had one', () => {
    const at = virtualClock().now();
    const empty = factsOfVendor({ connector: 'fake', vendorIds: ['1'], phase: 'final', note: '' }, at);
    const noted: CallRecord = { ...record, weight: 9, agentNote: { value: 'Blue', at: at - 1 } };
    expect(mergeRecord(noted, empty)).toBe(noted);
    const vendor: CallRecord = { ...record, vendorNote: { value: 'Old', at: at - 1 } };
    expect(mergeRecord(vendor, empty)).toMatchObject({ vendorNote: { value: '', at } });
  });
});
