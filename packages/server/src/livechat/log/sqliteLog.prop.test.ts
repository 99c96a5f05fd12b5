import { sameAsMemoryProperty, writersProperty } from './testing/logProperties.js';
import { sqliteStore } from './testing/sqliteStore.js';

writersProperty('sqliteLog', sqliteStore);
sameAsMemoryProperty('sqliteLog', sqliteStore);
