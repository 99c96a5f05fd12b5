import adapter from 'webrtc-adapter';

// Where other scripts look for it: it mends what browsers have differently by being loaded.
Object.assign(globalThis, { adapter });
