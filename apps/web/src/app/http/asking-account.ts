import { Service, signal } from '@angular/core';

/** Whom this page was opened for; null for a stranger. Every request says it, and what is kept here is kept under it. */
@Service()
export class AskingAccount {
  readonly id = signal<string | null>(null);
}
