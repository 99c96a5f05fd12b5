import { createApp } from 'vue';
import { offhookPlugin } from '@offhook/vue';
import { phone } from './phone.js';
import QuickStart from './QuickStart.vue';

createApp(QuickStart).use(offhookPlugin, { client: phone }).mount('#app');
