import '@offhook/demo-kit/demo-kit.css';
import { installIcons } from '@offhook/demo-kit';
import { mount } from 'svelte';
import App from './app/App.svelte';

installIcons();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app.');

mount(App, { target: root });
