import { createWait } from './createWait.js';

test('a wait ends by itself', async () => {
  await expect(createWait().wait(1)).resolves.toBeUndefined();
});

test('what still waits when the CRM stops is refused at once, and what comes later too', async () => {
  const { wait, end } = createWait();
  const waiting = wait(60_000);
  end();
  await expect(waiting).rejects.toMatchObject({ status: 503, message: 'The CRM stops.' });
  await expect(wait(60_000)).rejects.toMatchObject({ status: 503 });
});
