import * as fc from 'fast-check';
import { property } from '../../testing/property.js';
import { splitLinks } from './splitLinks.js';

const links = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

test.each([
  ['see https://example.com/a?b=1#c.', ['https://example.com/a?b=1#c']],
  ['(http://example.com)', ['http://example.com/']],
  ['HTTPS://EXAMPLE.COM and http://b.example', ['https://example.com/', 'http://b.example/']],
])('%s has links', (text, found) => {
  expect(links(text)).toEqual(found);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'ftp://example.com/a',
  'https://',
  'https://bank.example@evil.example/',
  'xhttps://example.com',
  'no link at all',
])('%s has none', (text) => {
  expect(links(text)).toEqual([]);
});

property(
  'no letter is lost, and every link is one of the web',
  fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('http://', 'javascript:', '<a href="', '@')), {
    maxLength: 6,
  }),
  (parts) => {
    const text = parts.join('');
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    for (const href of links(text)) expect(new URL(href).protocol).toMatch(/^https?:$/);
  },
);
