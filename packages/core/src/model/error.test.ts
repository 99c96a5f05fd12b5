import { isOffhookError, OffhookError } from './error.js';

it('has a code, a message, a name and, where there is one, the cause and the vendor’s own code', () => {
  const cause = new Error('inner');
  const error = new OffhookError('vendor-error', 'The vendor refused. Try again.', {
    cause,
    vendorCode: '486',
  });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'OffhookError', code: 'vendor-error', vendorCode: '486', cause });
  expect(error.message).toBe('The vendor refused. Try again.');
});

it('has no cause and no vendor’s code unless given', () => {
  const error = new OffhookError('timeout', 'No answer.');
  expect('cause' in error).toBe(false);
  expect(error.vendorCode).toBeUndefined();
});

it('is known by its brand, also when it comes from another copy of the package', async () => {
  let Other: typeof OffhookError | undefined;
  await jest.isolateModulesAsync(async () => {
    ({ OffhookError: Other } = await import('./error.js'));
  });
  expect(Other).toBeDefined();
  expect(Other).not.toBe(OffhookError);
  const foreign = Other && new Other('offline', 'No network.');
  expect(foreign).not.toBeInstanceOf(OffhookError);
  expect(isOffhookError(foreign)).toBe(true);
});

it.each([new Error('x'), { code: 'timeout', name: 'OffhookError' }, 'timeout', 7, null, undefined])(
  '%p is none of ours',
  (error) => {
    expect(isOffhookError(error)).toBe(false);
  },
);

it('keeps its brand out of what is listed, printed or copied', () => {
  const error = new OffhookError('timeout', 'No answer.');
  expect(isOffhookError(Object.assign({}, error))).toBe(false);
});
