interface AppCard {
  readonly name: string;
  /** The app's softphone pages; the card shows the first one live. */
  readonly pages: readonly { readonly name: string; readonly href: string }[];
}

/** A card with the app itself in it, at work, and links that open its pages on their own. */
export function appCard({ name, pages }: AppCard): HTMLLIElement {
  const heading = document.createElement('h3');
  heading.textContent = name;

  const links = pages.map((page) => {
    const link = document.createElement('a');
    link.href = page.href;
    link.textContent = `Open ${page.name} in ${name}`;
    return link;
  });

  const top = document.createElement('div');
  top.className = 'launcher-title';
  top.append(heading, ...links);

  const frame = document.createElement('iframe');
  frame.className = 'launcher-frame';
  frame.title = `${name} sample app`;
  // The vendor's frame inside it asks for the microphone.
  frame.allow = 'microphone *; autoplay *';
  frame.src = pages[0]?.href ?? '';

  const card = document.createElement('li');
  card.append(top, frame);
  return card;
}
