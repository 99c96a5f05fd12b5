/** A queue as the web service is told of it. */
export interface Queue {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly number: string;
}

const known: readonly Queue[] = [
  { id: 1, name: 'sales', displayName: 'Sales', number: '3000' },
  { id: 2, name: 'edition', displayName: 'Edition', number: '3001' },
  { id: 3, name: 'support', displayName: 'Support', number: '3002' },
];
const FIRST_NEW_ID = 10;
const FIRST_NEW_NUMBER = 3010;

/** The queues of one session: some are there, and any other is made when a call first comes through it. */
export function createQueues(): (text: string) => Queue {
  const queues = [...known];
  return (text) => {
    const name = text.trim().toLowerCase().replace(/\s+/g, '-');
    const existing = queues.find((queue) => queue.name === name);
    if (existing) return existing;
    const made = queues.length - known.length;
    const queue = {
      id: FIRST_NEW_ID + made,
      name,
      displayName: text.trim(),
      number: String(FIRST_NEW_NUMBER + made),
    };
    queues.push(queue);
    return queue;
  };
}
