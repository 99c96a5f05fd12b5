import type { Activity } from '@offhook/core';
import { serving } from '../testing/service.js';

const wireContact = {
  id: '123456',
  name: 'Ada',
  type: 'Offhook',
  phoneNumbers: [{ phoneNumber: '+12165325078', phoneType: 'direct' }],
  emails: ['ada@crm.example'],
  deleted: false,
};
const ada = {
  id: '123456',
  source: 'Offhook',
  name: 'Ada',
  phones: [{ number: '+12165325078', type: 'direct' }],
  emails: ['ada@crm.example'],
};

describe('a contact’s activities', () => {
  it.each([
    ['S1-33, S1-36: in a body that names it', { contact: wireContact }],
    ['S1-33: as the body itself', wireContact],
  ])('%s', (_, body) => {
    const list = jest.fn((): readonly Activity[] => [{ id: '123', subject: 'Title', at: 1_528_854_702_472 }]);
    const { ask, answers } = serving({ provide: { activities: { list } } });
    const id = ask('/activities', body);
    expect(list).toHaveBeenCalledWith(ada, expect.objectContaining({ connector: 'ringcentral' }));
    expect(answers(id)).toEqual([{ data: [{ id: '123', subject: 'Title', time: 1_528_854_702_472 }] }]);
  });

  it('leave out what has no id or subject, and tell of it', () => {
    const garbage = [
      { id: '1', subject: 'A', at: 1 },
      {},
      null,
      { id: '2' },
    ] as unknown as readonly Activity[];
    const { ask, answers, failures } = serving({ provide: { activities: { list: () => garbage } } });
    expect(answers(ask('/activities', { contact: wireContact }))).toEqual([
      { data: [{ id: '1', subject: 'A', time: 1 }] },
    ]);
    expect(failures()).toEqual(['activities.list']);
  });

  it.each([
    ['S1-34, S1-36: in a body that names it', { activity: { id: '123', subject: 'Title', time: 5 } }],
    ['S1-34: as the body itself', { id: '123', subject: 'Title', time: 5 }],
  ])('open in the host’s system, %s', (_, body) => {
    const open = jest.fn();
    const { ask, answers } = serving({ provide: { activities: { list: () => [], open } } });
    expect(answers(ask('/activity', body))).toEqual([{ data: 'ok' }]);
    expect(open).toHaveBeenCalledWith({ id: '123', subject: 'Title', at: 5 }, expect.anything());
  });
});

describe('an invitation', () => {
  it('S1-13: to a conference has all that the widget tells, as text', () => {
    const conference = jest.fn();
    const { ask, answers } = serving({ provide: { invites: { conference } } });
    const id = ask('/conference/invite', {
      conference: {
        dialInNumber: '+16505550199',
        hostCode: 489_221,
        location: 'US',
        phones: [{ country: 'US' }],
        none: null,
      },
    });
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    expect(conference.mock.calls[0]?.[0]).toEqual({
      kind: 'conference',
      location: 'US',
      userData: { dialInNumber: '+16505550199', hostCode: '489221', phones: '[{"country":"US"}]' },
    });
  });

  it('S1-15: to a meeting has its times', () => {
    const meeting = jest.fn();
    const { ask, answers } = serving({ provide: { invites: { meeting } } });
    const id = ask('/meeting/invite', {
      meeting: {
        topic: 'Review',
        location: 'https://meeting.example/1',
        details: 'Join here',
        timeFrom: 1_000,
        timeTo: '2026-11-21T08:00:00.000Z',
      },
    });
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    expect(meeting.mock.calls[0]?.[0]).toEqual({
      kind: 'meeting',
      topic: 'Review',
      location: 'https://meeting.example/1',
      details: 'Join here',
      startsAt: 1_000,
      endsAt: Date.parse('2026-11-21T08:00:00.000Z'),
      userData: {},
    });
  });
});
