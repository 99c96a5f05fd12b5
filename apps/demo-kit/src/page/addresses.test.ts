import { addressesFor } from './addresses.js';

test('the simulator stands 100 ports above the launcher, the widget on an origin of its own', () => {
  expect(addressesFor({ port: '4200' }, 'demo')).toEqual({
    boardOrigin: 'http://localhost:4300',
    board: 'http://localhost:4300/?session=demo',
    ringcentralOrigin: 'http://127.0.0.1:4301',
    ringcentral: 'http://127.0.0.1:4301/app.html?session=demo',
    connectMe: 'http://127.0.0.1:4302/?session=demo',
    kunzite: 'http://127.0.0.1:4303/?session=demo',
    xivoDesktopOrigin: 'http://127.0.0.1:4304',
    xivoDesktop: 'http://127.0.0.1:4304/?session=demo',
    tetherfi: 'http://localhost:4305',
    xivoService: 'http://localhost:4306/xivo',
  });
});

test('all ports move together, and a session’s name is encoded', () => {
  const addresses = addressesFor({ port: '5200' }, 'a b&c');
  expect(addresses.boardOrigin).toBe('http://localhost:5300');
  expect(addresses.ringcentral).toBe('http://127.0.0.1:5301/app.html?session=a%20b%26c');
});
