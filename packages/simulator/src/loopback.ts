const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an origin such as `http://localhost:4200`: a page served from this very machine. */
export function isLoopbackOrigin(origin: string): boolean {
  try {
    const { protocol, hostname } = new URL(origin);
    return (protocol === 'http:' || protocol === 'https:') && loopbackHosts.has(hostname);
  } catch {
    return false;
  }
}

/** True for a Host header that names this machine; another name may be DNS rebinding. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && isLoopbackOrigin(`http://${host}`);
}
