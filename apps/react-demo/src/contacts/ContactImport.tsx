import { useContactImport } from '@offhook/react';
import { Field } from '../shared/Field.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** So many problems are listed. */
const shownProblems = 20;

/** Imports contacts from files, and tells of each card or row that is broken. */
export function ContactImport() {
  const texts = useTexts();
  const { imported, problems, pending, lastError, importFiles } = useContactImport();
  useErrorNotice(lastError);
  const isDone = !pending && imported.good + imported.bad > 0;
  return (
    <>
      <Field label={texts.importContacts}>
        <input
          className="input-file"
          type="file"
          accept=".vcf,.csv,text/vcard,text/csv"
          multiple
          disabled={pending}
          onChange={({ target }) => {
            void importFiles([...(target.files ?? [])]);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
      </Field>
      {isDone && <p className="soft">{texts.imported(imported.good, imported.bad)}</p>}
      {problems.length > 0 && (
        <ul className="import-problems">
          {problems.slice(0, shownProblems).map(({ file, line, reason }, index) => (
            <li key={index}>{texts.problemAt(file, line, reason)}</li>
          ))}
          {problems.length > shownProblems && <li>{texts.moreProblems(problems.length - shownProblems)}</li>}
        </ul>
      )}
    </>
  );
}
