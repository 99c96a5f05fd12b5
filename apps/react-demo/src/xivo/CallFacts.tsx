import type { Call } from '@offhook/core';
import { callFacts } from '@offhook/demo-kit';
import { useTexts } from '../shared/useTexts.js';

/** What is known of a call: who calls whom, through which queue, and the vendor's own data. */
export function CallFacts({ call }: { readonly call: Call }) {
  const texts = useTexts();
  return (
    <dl className="facts">
      {callFacts(call, texts).map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
