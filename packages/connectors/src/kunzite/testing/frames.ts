/** Frames as the widget sends them, for one inbound call unless told otherwise. */

export const context = {
  status: 'online',
  user: 'kim@phone.example',
  extension: '200',
  size: { width: 320, height: 460 },
};

export const id = '8d1c5f5e-6a0e-4b7a-9a55-0d2f7f3c9b10';

/** When the call began, in each of its frames. */
export const date = '2026-01-05T09:00:00.000Z';

const phone = (name: string, facts: object): object => ({
  type: `phone:${name}`,
  data: {
    context,
    id,
    date,
    from: '+34910000001',
    to: '+34910000002',
    direction: 'inbound',
    status: 'ringing',
    duration: 0,
    wait: 0,
    total: 0,
    team: 'Sales',
    ...facts,
  },
});

export const logged = (facts?: object): object => ({ type: 'logged', ...(facts && { data: facts }) });

export const ringing = (facts: object = {}): object => phone('ringing', facts);

/** A call that we place: the document's sample says that it is ringing already. */
export const calling = (facts: object = {}): object =>
  phone('calling', { direction: 'outbound', from: '+34910000002', to: '+34910000003', ...facts });

export const accepted = (facts: object = {}): object =>
  phone('accepted', { status: 'answered', wait: 8, ...facts });

export const terminated = (facts: object = {}): object =>
  phone('terminated', { status: 'answered', wait: 8, duration: 22, total: 30, ...facts });
