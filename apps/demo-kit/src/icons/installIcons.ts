import { icons } from './icons.js';

const svgNamespace = 'http://www.w3.org/2000/svg';
const spriteId = 'offhook-icons';

/** Where a template finds an icon: `<svg class="icon" aria-hidden="true"><use href={iconHref(name)} /></svg>`. */
export const iconHref = (name: keyof typeof icons): string => `#icon-${name}`;

/** Puts the icons into the page once, so that any template shows one with `<use>` and without HTML strings. */
export function installIcons(): void {
  if (document.getElementById(spriteId) !== null) return;
  const sprite = document.createElementNS(svgNamespace, 'svg');
  sprite.id = spriteId;
  sprite.setAttribute('aria-hidden', 'true');
  // Not `hidden`: some browsers show nothing for symbols of an element that is not rendered.
  sprite.setAttribute('width', '0');
  sprite.setAttribute('height', '0');
  sprite.classList.add('icon-sprite');
  const parser = new DOMParser();
  for (const [name, text] of Object.entries(icons)) {
    const drawing = parser.parseFromString(text.trim(), 'image/svg+xml').documentElement;
    const symbol = document.createElementNS(svgNamespace, 'symbol');
    symbol.id = `icon-${name}`;
    symbol.setAttribute('viewBox', drawing.getAttribute('viewBox') ?? '0 0 24 24');
    symbol.append(...drawing.childNodes);
    sprite.append(symbol);
  }
  document.body.prepend(sprite);
}
