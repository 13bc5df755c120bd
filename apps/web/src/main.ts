import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// A failed start is reported by the browser as an unhandled rejection.
void bootstrapApplication(App, appConfig);
