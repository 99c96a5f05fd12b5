import { installClientLog } from '../boot/clientLog.js';

installClientLog(globalThis);
