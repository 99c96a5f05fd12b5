import { list, object, text } from '../link/read.js';
import type { IceServer } from '../wire/media.js';

const address = /^(?:stuns?|turns?):[^\s]+$/i;
const relay = /^turns?:/i;

function readUrls(value: unknown): readonly string[] {
  return (list(value) ?? [value]).filter((url) => typeof url === 'string').filter((url) => address.test(url));
}

/**
 * Reads a list of ICE servers, as `RTCPeerConnection` takes them: it throws at an address that is none and at a relay without
 * name and credential, and so those are left out (row T-76).
 *
 * @example readIceServers([{ urls: 'turn:turn.example', username: 'u', credential: 'c' }])
 */
export function readIceServers(value: unknown): readonly IceServer[] {
  return (list(value) ?? []).flatMap((item): readonly IceServer[] => {
    const server = object(item);
    const urls = readUrls(server?.urls ?? server?.url);
    const username = text(server?.username);
    const credential = text(server?.credential);
    if (username !== undefined && credential !== undefined && urls.length > 0)
      return [{ urls, username, credential }];
    const open = urls.filter((url) => !relay.test(url));
    return open.length === 0 ? [] : [{ urls: open }];
  });
}
