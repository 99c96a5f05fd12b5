import { failureText } from './failureText.js';

test('a taken port is named, with another to choose', () => {
  const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 4301 });
  expect(failureText(error)).toMatch(/^Port 4301 is taken\..*OFFHOOK_PORT=5200/);
});

test('any other error speaks for itself', () => {
  expect(failureText(new Error('The app of /react/ is not built.'))).toBe('The app of /react/ is not built.');
  expect(failureText('odd')).toBe('odd');
});
