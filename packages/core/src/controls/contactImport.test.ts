import { fakeContacts } from '@offhook/testing';
import { settle } from '../testing/promises.js';
import { setUp } from '../testing/setUp.js';
import { contactImport } from './contactImport.js';

const file = (name: string): File => new File(['contacts'], name);

function importing() {
  const contacts = fakeContacts();
  return { contacts, ...contactImport(setUp({ contacts }).phone) };
}

describe('an import of contacts', () => {
  it('that is cancelled reads no other file, keeps what was taken, and is no fault', async () => {
    const { contacts, state, importFiles, cancel } = importing();
    const outcome = importFiles([file('a.csv'), file('b.csv')]);
    contacts.imports[0]?.tell({ good: 2, bad: 1, lines: 4 });
    cancel();
    contacts.imports[0]?.fail(new Error('It was stopped.'));
    await expect(outcome).resolves.toEqual({ ok: true, result: { good: 2, bad: 1, lines: 4 } });
    expect(contacts.imports).toHaveLength(1);
    expect(state.value).toMatchObject({ pending: false, lastError: undefined, imported: { good: 2 } });
  });

  it('gives up the one before, which says nothing any more', async () => {
    const { contacts, state, importFiles } = importing();
    void importFiles([file('a.csv')]);
    void importFiles([file('b.csv')]);
    expect(contacts.imports[0]?.signal?.aborted).toBe(true);
    contacts.imports[1]?.tell({ good: 1, bad: 0, lines: 1 });
    contacts.imports[0]?.tell({ good: 9, bad: 0, lines: 9 });
    contacts.imports[0]?.finish({
      good: 9,
      bad: 1,
      lines: 9,
      problems: [{ line: 1, reason: 'No.', lost: 'value' }],
    });
    await settle();
    expect(state.value.imported).toEqual({ good: 1, bad: 0, lines: 1 });
    expect(state.value.problems).toEqual([]);
  });

  it('that fails for one file says why, keeps the others’, and never rejects', async () => {
    const { contacts, state, importFiles } = importing();
    const outcome = importFiles([file('a.csv'), file('b.csv')]);
    contacts.imports[0]?.finish({ good: 3, bad: 0, lines: 3, problems: [] });
    await settle();
    const refusal = new Error('The disk is full.');
    contacts.imports[1]?.fail(refusal);
    await expect(outcome).resolves.toMatchObject({ ok: false, error: { cause: refusal } });
    expect(state.value).toMatchObject({ pending: false, imported: { good: 3, bad: 0, lines: 3 } });
  });

  it('is refused where the contacts take no files', async () => {
    const { state, importFiles } = contactImport(setUp().phone);
    await expect(importFiles([file('a.csv')])).resolves.toMatchObject({ ok: false });
    expect(state.value.lastError?.code).toBe('not-supported');
    expect(state.value.progress).toEqual({ status: 'idle', loaded: 0 });
  });
});
