import type { ShowState } from '../../desk/media/showState.js';

function endText({ why, endedBy }: ShowState, name: string): string {
  switch (why) {
    case 'hung-up':
    case 'declined':
      return endedBy === 'a' ? 'You have ended it.' : `${name} has stopped showing it.`;
    case 'no-permission':
      return `${name}’s browser doesn’t allow it. Ask them to allow it, and to start it again.`;
    case 'no-device':
      return `There is nothing that ${name}’s browser could show.`;
    case 'lost':
      return `${name}’s page could not be reached any more. Ask them to start it again.`;
    case 'left':
      return 'It has ended with the chat.';
    case 'unanswered':
    case 'failed':
    case undefined:
      return 'It could not go on. Ask the customer to start it again.';
  }
}

/** How it stands with what the customer shows, and what to do about it. */
export function showText(show: ShowState, name: string): string {
  switch (show.phase) {
    case 'starting':
      return show.wants.dom === true ? `Waiting for ${name}’s page …` : `Waiting for ${name}’s screen …`;
    case 'on':
      return `You see what ${name} shows.`;
    case 'reconnecting':
      return 'Reconnecting … What you see may be old.';
    case 'ended':
      return endText(show, name);
  }
}
