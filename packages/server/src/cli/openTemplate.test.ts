import { type XivoCall } from '../xivo/xivoCall.js';
import { openTemplate } from './openTemplate.js';

const call: XivoCall = {
  user: { userId: 54, agentId: 29, firstName: 'James', lastName: 'Bond', fullName: 'James Bond', token: '' },
  callee: '1023',
  caller: '+33 1&x=/../?#',
  userData: {},
  callDataCallId: '1724763376.29',
  queue: { id: 2, name: 'edition', displayName: 'Edition', number: '3001' },
};

test('fills the places with what is known of the call, encoded', () => {
  const fill = openTemplate('https://crm.example.com/{queue}/?n={caller}&c={callee}&id={callId}&who={agent}');
  expect(fill(call)).toBe(
    'https://crm.example.com/edition/?n=%2B33%201%26x%3D%2F..%2F%3F%23&c=1023&id=1724763376.29&who=James%20Bond',
  );
  const { queue: _, ...direct } = call;
  expect(openTemplate('http://localhost:8080/?q={queue}')(direct)).toBe('http://localhost:8080/?q=');
});

test.each([
  ['ftp://crm.example.com/', 'http or https'],
  ['/calls/{caller}', 'http or https'],
  ['https://{caller}.example.com/', 'host'],
  ['https://crm.example.com{caller}', 'host'],
  ['https://crm.example.com/?n={number}', 'there is no {number}; there are {caller}'],
  ['https://crm.example.com/?n={constructor}', 'there is no {constructor}'],
])('refuses %s', (template, reason) => {
  expect(() => openTemplate(template)).toThrow(reason);
});
