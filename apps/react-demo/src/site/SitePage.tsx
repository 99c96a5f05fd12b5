import { sitePageOf } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { router } from '../app/page.js';
import { useTexts } from '../shared/useTexts.js';
import { ApplicationForm } from './ApplicationForm.js';
import { DetailsForm } from './DetailsForm.js';
import { SiteNav } from './SiteNav.js';

/** One page of a customer's web site. */
export function SitePage() {
  const texts = useTexts();
  const page = sitePageOf(useCurrent(router.path));
  const { site } = texts.chat;
  return (
    <main className="site">
      <SiteNav page={page} />
      <h1>{site.titles[page]}</h1>
      <p className="site-lead">{site.leads[page]}</p>
      {page === 0 && <Facts className="site-facts" facts={site.facts} />}
      {page === 1 && <ApplicationForm />}
      {page === 2 && <Facts className="site-answers" facts={site.questions} />}
      <DetailsForm />
    </main>
  );
}

interface FactsProps {
  readonly className: string;
  readonly facts: readonly (readonly string[])[];
}

function Facts({ className, facts }: FactsProps) {
  return (
    <dl className={className}>
      {facts.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
