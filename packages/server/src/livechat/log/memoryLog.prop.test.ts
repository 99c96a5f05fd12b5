import { memoryLog } from './memoryLog.js';
import { memoryStore } from './memoryStore.js';
import { writersProperty } from './testing/logProperties.js';

writersProperty('memoryLog', () => {
  const store = memoryStore();
  return Promise.resolve({ open: () => memoryLog({ store }), close: () => Promise.resolve() });
});
