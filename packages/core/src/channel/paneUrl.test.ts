/** @jest-environment jsdom */
import { paneUrl, programUrl } from './paneUrl.js';

const origins = ['https://crm.example', 'http://localhost:4200'];
const base = 'https://crm.example/service/answer?x=1';

describe('a pane’s address', () => {
  it.each([
    ['https://crm.example/for/1#ticket', 'https://crm.example/for/1#ticket'],
    ['/for/1', 'https://crm.example/for/1'],
    ['for/1', 'https://crm.example/service/for/1'],
    ['?call=1', 'https://crm.example/service/answer?call=1'],
    ['//crm.example/for/1', 'https://crm.example/for/1'],
    ['HTTPS://CRM.EXAMPLE/for/1', 'https://crm.example/for/1'],
    ['https://crm.example:443/', 'https://crm.example/'],
    ['http://localhost:4200/react', 'http://localhost:4200/react'],
    // A browser reads these so, and it is what the browser reads that is checked.
    ['ht\ntps://crm.example/for/1', 'https://crm.example/for/1'],
    ['https:\\\\crm.example\\for', 'https://crm.example/for'],
  ])('%j is %s', (given, url) => {
    expect(paneUrl(given, base, origins)).toEqual({ url });
  });

  it.each([
    ['javascript:alert(1)', /not javascript:/],
    [' java\tscript:alert(1)', /not javascript:/],
    ['JAVASCRIPT:alert(1)', /not javascript:/],
    ['data:text/html,<script>alert(1)</script>', /not data:/],
    ['file:///etc/passwd', /not file:/],
    ['blob:https://crm.example/1', /not blob:/],
    ['about:blank', /not about:/],
    ['ftp://crm.example/', /not ftp:/],
    ['ws://crm.example/', /not ws:/],
    ['https://ann:secret@crm.example/', /credentials/],
    ['https://ann@crm.example/', /credentials/],
    ['https://crm.example@evil.example/', /credentials/],
    ['https://evil.example/', /https:\/\/evil\.example is not among/],
    ['//evil.example/', /not among/],
    ['\\\\evil.example\\', /not among/],
    ['https://crm.example.evil.example/', /not among/],
    ['https://sub.crm.example/', /not among/],
    ['http://crm.example/', /not among/],
    ['https://crm.example:8443/', /not among/],
    ['https://crm.example./', /not among/],
    ['http://[::1', /no address/],
    ['https://', /no address/],
  ])('%j is refused', (given, why) => {
    const { refused } = paneUrl(given, base, origins);
    expect(refused).toMatch(why);
    expect(refused).not.toContain('secret');
  });

  it('is resolved against the page’s own address where there is no base', () => {
    expect(paneUrl('/for/1', undefined, [location.origin])).toEqual({ url: `${location.origin}/for/1` });
    expect(paneUrl('/for/1', undefined, origins).refused).toMatch(/not among/);
  });
});

describe('a program', () => {
  it.each(['C:\\Program Files\\crm.exe', '/usr/bin/crm', 'crm://call/1', 'https://crm.example/'])(
    '%j is what was planned, as it is',
    (given) => expect(programUrl(given)).toEqual({ url: given }),
  );

  it.each(['javascript:alert(1)', ' data:text/html,1', 'VBScript:1', '', '  ', 'crm\0.exe', 'crm\n.exe'])(
    '%j is refused',
    (given) => expect(programUrl(given).refused).toMatch(/no program/),
  );
});
