import { iconHref, type IconName } from '@offhook/demo-kit';

const namespace = 'http://www.w3.org/2000/svg';

/** An icon that says nothing by itself. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(namespace, 'svg');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', iconHref(name));
  drawing.append(use);
  return drawing;
}
