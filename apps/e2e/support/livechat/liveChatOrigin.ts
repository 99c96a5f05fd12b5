import { port } from '../addresses.js';

/** The live chat's back end, which serves the vendor's scripts too. */
export const liveChatOrigin = `http://localhost:${port + 105}`;

/** Where the documented paths begin. */
export const liveChatPath = `${liveChatOrigin}/tetherfi/livechat`;
