/** What the chat has to say of calls, of a shared screen, and of browsing together. */
export const mediaEnglish = {
  consent: 'Consent',
  allow: 'Allow',
  deny: 'Deny',
  /** One whose name is not known. */
  theAgent: 'Our agent',
  /** What is asked for, what it comes to, and who learns of it; for each thing that the customer can begin. */
  ask: {
    audioCall: {
      title: 'Start an audio call?',
      text: (agent: string) => `${agent} will hear you through your microphone. Nobody will see you.`,
    },
    videoCall: {
      title: 'Start a video call?',
      text: (agent: string) =>
        `${agent} will hear you through your microphone and see you through your camera.`,
    },
    shareScreen: {
      title: 'Share your screen?',
      text: (agent: string) =>
        `${agent} will see all of the screen, window or tab that you choose next, whatever it shows. ${agent} can’t click or type there.`,
    },
    cobrowse: {
      title: 'Look at this site together?',
      text: (agent: string) =>
        `${agent} will see the pages of this site as you see them, your mouse pointer, and what you type into “Full name”. What you type into other fields stays with you. You both can draw on the page.`,
    },
  },
  /** The same where an agent asks. */
  agentAsks: {
    audioCall: (agent: string) => `${agent} asks for an audio call`,
    videoCall: (agent: string) => `${agent} asks for a video call`,
  },
  stopAnyTime: 'You can stop it at any time. Your browser may ask you, too.',

  call: 'Call',
  callState: {
    requested: (agent: string) => `${agent} asks for a call.`,
    calling: (agent: string) => `Calling: ${agent} has yet to answer.`,
    connecting: (agent: string) => `${agent} has answered. The call is being connected.`,
    connected: (agent: string) => `In a call with ${agent}.`,
    reconnecting: 'The connection of the call broke. It is being made again.',
  },
  otherMuted: (agent: string) => `${agent} is muted.`,
  otherCameraOff: (agent: string) => `${agent} has the camera off.`,
  quality: { good: 'Good connection', fair: 'Fair connection', poor: 'Poor connection' },
  otherPicture: (agent: string) => `Picture: ${agent}`,
  ownPicture: 'Your own picture',
  cameraOff: 'Camera off',
  cameraOn: 'Camera on',
  microphone: 'Microphone',
  camera: 'Camera',
  /** A device that the browser doesn’t name. */
  device: (kind: string, number: number) => `${kind} ${number}`,

  sharing: 'You are sharing',
  stopSharing: 'Stop sharing',
  screenState: {
    starting: 'Your screen is about to be shown.',
    on: (agent: string) => `${agent} sees your screen.`,
    reconnecting: 'The connection broke. Your screen is shown again when it is back.',
  },
  cobrowseState: {
    starting: 'This page is about to be shown.',
    on: (agent: string) => `${agent} sees this page.`,
    reconnecting: 'The connection broke. This page is shown again when it is back.',
  },

  /** Why it ended, and what to do about it. */
  ended: {
    call: {
      byCustomer: {
        'hung-up': 'You ended the call.',
        declined: 'You declined the call.',
        'no-permission':
          'No call: the browser was not allowed to use your microphone or camera. Allow it beside the page’s address, then call again.',
        'no-device': 'No call: no microphone or camera was found. Connect one, then call again.',
      },
      byAgent: {
        'hung-up': (agent: string) => `${agent} ended the call.`,
        declined: (agent: string) => `${agent} can’t take a call now. Write instead, or call again later.`,
        'no-permission': (agent: string) => `${agent} can’t use a microphone or camera now. Write instead.`,
        'no-device': (agent: string) => `${agent} has no microphone or camera now. Write instead.`,
      },
      anyhow: {
        unanswered: 'Nobody answered the call. Write instead, or call again later.',
        lost: 'The call was lost. Check your network, then call again.',
        failed: 'The call could not be connected. Call again, or write instead.',
        'chat-ended': 'The call ended with the chat.',
      },
      stopped: 'The call has ended.',
    },
    sharing: {
      byCustomer: {
        'hung-up': 'You stopped sharing. Nobody sees it any more.',
        declined: 'You declined to share.',
        'no-permission':
          'Nothing is shared: the browser was not allowed to. Start again and choose what to share.',
        'no-device': 'Nothing is shared: this browser can’t show a screen. Use another one, on a computer.',
      },
      byAgent: {
        'hung-up': (agent: string) => `${agent} stopped looking. Nothing is shared any more.`,
        declined: (agent: string) => `${agent} can’t look now. Write instead, or start again later.`,
        'no-permission': (agent: string) => `${agent} can’t look now. Write instead.`,
        'no-device': (agent: string) => `${agent} can’t look now. Write instead.`,
      },
      anyhow: {
        unanswered: 'Nobody came to look. Nothing is shared. Start again later.',
        lost: 'The connection was lost and nothing is shared any more. Check your network, then start again.',
        failed: 'Sharing did not work. Start again, or write instead.',
        'chat-ended': 'Sharing ended with the chat.',
      },
      stopped: 'Nothing is shared any more.',
    },
  },
};

/** What every language has to say of it. */
export type MediaTexts = typeof mediaEnglish;
