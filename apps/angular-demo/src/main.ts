import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { installIcons } from '@offhook/demo-kit';
import { App } from './app/App.js';

installIcons();

await bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
