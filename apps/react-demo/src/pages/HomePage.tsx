import { vendorPages } from '@offhook/demo-kit';
import { addresses, router } from '../app/page.js';
import { Header } from '../header/Header.js';
import { Icon } from '../shared/Icon.js';
import { useTexts } from '../shared/useTexts.js';

export function HomePage() {
  const texts = useTexts();
  return (
    <>
      <title>{`${texts.product} · React`}</title>
      <Header />
      <main className="home">
        <h1>{`${texts.homeTitle}: React`}</h1>
        <p className="home-lead">
          {texts.homeLead} {texts.callsGoOn}
        </p>
        <ul className="home-links">
          {vendorPages.map(({ path, name }) => (
            <li key={path}>
              <a className="button button-primary" href={router.href(path)}>
                <Icon name="dial" />
                {texts.openPage(name)}
              </a>
            </li>
          ))}
          <li>
            <a className="button" href={addresses.board} target="_blank" rel="noreferrer">
              <Icon name="simulator" />
              {texts.openBoard}
            </a>
          </li>
        </ul>
      </main>
    </>
  );
}
