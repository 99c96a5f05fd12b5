import { mostCobrowseBytes, mostCobrowseTotal } from './cobrowseSizes.js';
import { mostBytes } from './sizes.js';

test('T-10, T-11, T-12: the limits of the styles and of the configuration are the documented ones', () => {
  expect(mostCobrowseBytes).toMatchObject({
    'Styles/fontawesome-all.min.css': 106_000,
    'Styles/tetherfi-cobrowse.min.css': 8_000,
    'Scripts/cobrowse-configurations.js': 3_000,
  });
});

test('T-13, T-14: the limits of the plug-ins and of the script are the documented ones', () => {
  expect(mostCobrowseBytes).toMatchObject({
    'Scripts/tetherfi-cobrowse-plugins.min.js': 214_000,
    'Scripts/tetherfi-cobrowse.min.js': 113_000,
  });
});

test('T-15: whatever keeps to its limit keeps to the sum', () => {
  const chat = mostBytes['livechat/livechat.js'] + mostBytes['livechat/interface/__clientlog.js'];
  const sum = Object.values(mostCobrowseBytes).reduce((bytes, most) => bytes + most, chat);
  expect(sum).toBeLessThanOrEqual(mostCobrowseTotal);
});
