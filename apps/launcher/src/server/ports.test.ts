import { readPorts } from './ports.js';

test('the launcher is on 4200 and the simulator on 4300, unless asked otherwise', () => {
  expect(readPorts({})).toEqual({ launcher: 4200, simulator: 4300 });
  expect(readPorts({ OFFHOOK_PORT: '' })).toEqual({ launcher: 4200, simulator: 4300 });
});

test('OFFHOOK_PORT moves all ports together', () => {
  expect(readPorts({ OFFHOOK_PORT: '5200' })).toEqual({ launcher: 5200, simulator: 5300 });
});

test.each(['abc', '0', '-1', '52.5', '65535'])('OFFHOOK_PORT=%s is refused with advice', (wanted) => {
  expect(() => readPorts({ OFFHOOK_PORT: wanted })).toThrow(/whole number from 1 to \d+, such as 5200/);
});
