import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type Response, static as serveStatic } from 'express';

/** Paths the API writes itself; everything else without a file is a page of the web application. */
export const serverWrittenPaths = [
  '/api/',
  '/antwort/',
  '/umfrage/',
  '/anmeldung/',
  '/aufgabe/',
  '/hinweis/',
  '/protokoll/',
  '/mitreden',
  '/ergebnisse',
  '/einrichten',
  '/angebote',
  '/mitmachen',
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/pages.css',
  '/logo',
];

/** Files with a hash in their name for a year; index.html fresh, with the nonce of this answer. */
export function serveWeb(app: NestExpressApplication, webRoot: string): void {
  const index = readFileSync(join(webRoot, 'index.html'), 'utf8');
  app.use(
    serveStatic(webRoot, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => {
        const hashed = /-[A-Z0-9]{8}\.[a-z0-9]+$/.test(path);
        response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' &&
      !serverWrittenPaths.some((path) => request.path.startsWith(path)) &&
      !/\.[a-z0-9]+$/i.test(request.path);
    if (!isPage) return next();
    response
      .setHeader('Cache-Control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(index.replaceAll('NONCE', response.locals['nonce'] as string));
  });
}
