/** Sends one request to the control API; an error of the API becomes an `Error` with its message. */
export async function control(
  vendor: string,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const response = await fetch(`/control/${vendor}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const answer = (await response.json().catch(() => ({}))) as { error?: { message?: string } };
  throw new Error(answer.error?.message ?? `The simulator answered ${response.status}.`);
}
