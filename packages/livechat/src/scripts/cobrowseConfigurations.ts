import { defaults } from '../cobrowse/config/defaults.js';
import { frozen } from '../cobrowse/config/frozen.js';

// A page may have set its own before.
if (!Reflect.has(globalThis, 'cobrowseConfigurations'))
  Reflect.set(globalThis, 'cobrowseConfigurations', frozen(defaults));
