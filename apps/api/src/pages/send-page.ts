import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';

export interface SendPageOptions {
  readonly status?: number;
  /**
   * `nothing` for pages behind a personal link or with a nonce (a kept page would carry an old nonce);
   * `check` lets browsers keep the page and ask by ETag.
   */
  readonly keep?: 'nothing' | 'check';
}

/** Answers with a page of `renderPage`. */
export function sendPage(
  request: Request,
  response: Response,
  page: string,
  options: SendPageOptions = {},
): void {
  const status = options.status ?? 200;
  response.status(status).type('text/html; charset=utf-8');
  if (options.keep !== 'check' || status !== 200) {
    response.set('Cache-Control', 'no-store').send(page);
    return;
  }
  // Weak: a compressing proxy may change the bytes, not the page.
  response.set('ETag', `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`);
  response.set('Cache-Control', 'no-cache');
  if (request.fresh) response.status(304).end();
  else response.send(page);
}
