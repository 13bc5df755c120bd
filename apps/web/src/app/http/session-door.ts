import { InjectionToken } from '@angular/core';
import type { ProblemError } from './problem-error';

/** What the room `session` does where requests meet the beginning or the end of a session. */
export interface SessionDoor {
  /** `X-RT-Session-Left` of an answer: how long the session lasts from now on. */
  heard(left: string): void;
  /** The server no longer knows who is asking. */
  ended(problem: ProblemError): void;
  /** Nobody signed in since. */
  isOver(): boolean;
  /** Asks to sign in where one stands; true once the same account is signed in, so that it can be asked again. */
  signInAgain(problem: ProblemError, isChange: boolean): Promise<boolean>;
}

export const SESSION_DOOR = new InjectionToken<SessionDoor>('what happens at the end of a session', {
  factory: () => ({
    heard: () => undefined,
    ended: () => undefined,
    isOver: () => false,
    signInAgain: () => Promise.resolve(false),
  }),
});
