import { router } from '../app/page.js';
import { Header } from '../header/Header.js';
import { useTexts } from '../shared/useTexts.js';

export function NotFoundPage() {
  const texts = useTexts();
  return (
    <>
      <title>{texts.product}</title>
      <Header />
      <main className="home">
        <h1>{texts.pageNotFound}</h1>
        <p>
          <a href={router.href('')}>{texts.backHome}</a>
        </p>
      </main>
    </>
  );
}
