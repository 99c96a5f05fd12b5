import arrowLeft from 'lucide-static/icons/arrow-left.svg';
import arrowRightLeft from 'lucide-static/icons/arrow-right-left.svg';
import calendarPlus from 'lucide-static/icons/calendar-plus.svg';
import circleDot from 'lucide-static/icons/circle-dot.svg';
import circleStop from 'lucide-static/icons/circle-stop.svg';
import clock from 'lucide-static/icons/clock-3.svg';
import forward from 'lucide-static/icons/phone-forwarded.svg';
import grip from 'lucide-static/icons/grip.svg';
import incoming from 'lucide-static/icons/phone-incoming.svg';
import messages from 'lucide-static/icons/message-square.svg';
import mic from 'lucide-static/icons/mic.svg';
import micOff from 'lucide-static/icons/mic-off.svg';
import outgoing from 'lucide-static/icons/phone-outgoing.svg';
import pause from 'lucide-static/icons/pause.svg';
import phone from 'lucide-static/icons/phone.svg';
import phoneOff from 'lucide-static/icons/phone-off.svg';
import play from 'lucide-static/icons/play.svg';
import refresh from 'lucide-static/icons/refresh-cw.svg';
import send from 'lucide-static/icons/send.svg';
import settings from 'lucide-static/icons/settings.svg';
import share from 'lucide-static/icons/share-2.svg';
import speaker from 'lucide-static/icons/volume-2.svg';
import users from 'lucide-static/icons/users.svg';
import voicemail from 'lucide-static/icons/voicemail.svg';
import x from 'lucide-static/icons/x.svg';

const sources = {
  'arrow-left': arrowLeft,
  transfer: arrowRightLeft,
  meeting: calendarPlus,
  record: circleDot,
  'stop-recording': circleStop,
  clock,
  forward,
  keypad: grip,
  incoming,
  messages,
  mic,
  'mic-off': micOff,
  outgoing,
  pause,
  phone,
  'hang-up': phoneOff,
  play,
  refresh,
  send,
  settings,
  share,
  speaker,
  users,
  voicemail,
  close: x,
} as const;

export type IconName = keyof typeof sources;

/** A line icon; it says nothing to a screen reader, so whatever holds it needs a name. */
export function icon(name: IconName): Element {
  const template = document.createElement('template');
  template.innerHTML = sources[name].trim();
  const svg = template.content.querySelector('svg') ?? document.createElement('span');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  svg.setAttribute('class', 'icon');
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  return svg;
}
