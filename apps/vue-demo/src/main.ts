import '@offhook/demo-kit/demo-kit.css';
import { installIcons } from '@offhook/demo-kit';
import { createApp } from 'vue';
import App from './app/App.vue';

installIcons();

createApp(App).mount('#app');
