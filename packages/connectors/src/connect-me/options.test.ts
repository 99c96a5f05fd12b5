import { permissions } from './channel/embed.js';
import { connectMe } from './connectMe.js';
import { widgetAddress } from './options.js';

const refused = expect.objectContaining({ code: 'invalid-argument' });

describe('the address of the widget', () => {
  it('S0-1: is the one given, over https', () => {
    const { src, origin } = widgetAddress({ url: 'https://xyz.connect.example' });
    expect(src).toBe('https://xyz.connect.example/#tpis=v1');
    expect(origin).toBe('https://xyz.connect.example');
    for (const url of ['http://xyz.connect.example', 'ftp://xyz.connect.example', '/connect-me', '', '*']) {
      expect(() => connectMe({ url })).toThrow(refused);
    }
  });

  it('S0-1: may be plain http on this very machine', () => {
    for (const url of [
      'http://localhost:4302',
      'http://127.0.0.1:4302/x',
      'http://[::1]:1/',
      'http://a.localhost',
    ]) {
      expect(widgetAddress({ url }).origin).toBe(new URL(url).origin);
    }
    for (const url of ['http://localhost.example', 'http://127.0.0.1.example', 'http://10.0.0.1']) {
      expect(() => widgetAddress({ url })).toThrow(refused);
    }
  });

  it('S0-2: gets #tpis=v1 at its end, once, beside what it has already', () => {
    const hash = (url: string): string => new URL(widgetAddress({ url }).src).hash;
    expect(hash('https://x.example/?a=1')).toBe('#tpis=v1');
    expect(hash('https://x.example/#')).toBe('#tpis=v1');
    expect(hash('https://x.example/#tpis=v1')).toBe('#tpis=v1');
    expect(hash('https://x.example/#/phone')).toBe('#/phone&tpis=v1');
    expect(hash('https://x.example/#/phone&tpis=v1')).toBe('#/phone&tpis=v1');
  });

  it('speaks with another origin where the address leads there', () => {
    const url = 'https://x.example/start';
    expect(widgetAddress({ url, origin: 'https://y.example/any' })).toMatchObject({
      src: 'https://x.example/start#tpis=v1',
      origin: 'https://y.example',
    });
    expect(() => widgetAddress({ url, origin: 'http://y.example' })).toThrow(refused);
  });

  it('S0-3: lets its origin, and no other, have camera, microphone and full screen', () => {
    const allowed = permissions('https://x.example').split('; ');
    for (const feature of ['camera', 'microphone', 'fullscreen', 'autoplay', 'speaker-selection']) {
      expect(allowed).toContain(`${feature} https://x.example`);
    }
    expect(allowed.every((each) => each.endsWith(' https://x.example'))).toBe(true);
  });
});
