import type { ProblemException } from '../problem/problem';
import { html } from './html';
import { renderPage } from './page';

/** A refusal on a server-written page: what happened and how to go on, never a code. */
export function problemPage(refusal: ProblemException, requestId: string, nonce: string): string {
  return renderPage({
    title: 'Das hat nicht geklappt',
    main: html`<h1>Das hat nicht geklappt</h1>
      <p>${refusal.says}</p>
      <p><a href="/">Zur Startseite</a></p>
      <p class="quiet">Vorgang ${requestId}</p>`,
    nonce,
  });
}
