export { default as Frame } from './Frame.svelte';
export { default as Handler } from './Handler.svelte';
export { default as Panes } from './Panes.svelte';
export { default as Probe } from './Probe.svelte';
export { default as Root } from './Root.svelte';
export { default as Rows } from './Rows.svelte';
