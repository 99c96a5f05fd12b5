import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideOffhook } from '@offhook/angular';
import { phone } from './phone.js';
import { Phone } from './QuickStart.js';

bootstrapApplication(Phone, {
  providers: [provideZonelessChangeDetection(), provideOffhook(phone)],
}).catch((error: unknown) => console.error(error));
