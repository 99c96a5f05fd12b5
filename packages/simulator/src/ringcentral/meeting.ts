import { isRecord } from '../frame.js';
import { askHost, askHostForData } from './ask-host.js';
import type { Tab } from './tab.js';

/** The meeting page asks the host which meetings are to come. */
export async function listMeetings(tab: Tab): Promise<void> {
  const data = await askHostForData(tab, 'meetingUpcomingPath');
  if (tab.service) tab.service.meetings = Array.isArray(data) ? data.filter(isRecord) : [];
  tab.session.touch();
}

export function inviteToMeeting(tab: Tab, topic: string): void {
  const timeFrom = tab.session.clock.now() + 3_600_000;
  void askHost(tab, 'meetingInvitePath', {
    meeting: {
      topic: topic.trim() === '' ? 'Simulated meeting' : topic,
      location: 'https://meeting.example/j/1490000001',
      timeFrom,
      timeTo: timeFrom + 3_600_000,
      details: 'Join the simulated meeting: https://meeting.example/j/1490000001',
    },
  });
}

export function inviteToConference(tab: Tab): void {
  void askHost(tab, 'conferenceInvitePath', {
    conference: {
      dialInNumber: '+16505550199',
      hostCode: '489221',
      participantCode: '774310',
      location: 'US',
      extensionName: 'Test User',
    },
  });
}
