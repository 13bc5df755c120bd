import { APP_BASE_HREF, registerLocaleData } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import localeDe from '@angular/common/locales/de';
import {
  LOCALE_ID,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
  type ApplicationConfig,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { routes } from './app.routes';
import { CONTRIBUTIONS } from './contribution';
import { contributions } from './contributions';
import { apiInterceptor } from './http/api-interceptor';
import { SESSION_DOOR } from './http/session-door';
import { PageTitle } from './pages/page-title';
import { Session } from './session/session';
import { PageDoor } from './session/session-door';

registerLocaleData(localeDe);

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    { provide: LOCALE_ID, useValue: 'de' },
    // In place of <base>, which the content policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideHttpClient(withInterceptors([apiInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: SESSION_DOOR, useExisting: PageDoor },
    { provide: CONTRIBUTIONS, useValue: contributions },
    { provide: TitleStrategy, useExisting: PageTitle },
    // The first page already depends on who is looking.
    provideAppInitializer(() => inject(Session).load()),
  ],
};
