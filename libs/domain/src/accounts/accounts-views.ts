import type { NamedReference } from '../lists';
import type { Role } from './roles';

/** An account in the list of the administration. */
export interface AccountView {
  id: string;
  version: number;
  person: NamedReference | null;
  displayName: string;
  mail: string;
  roles: Role[];
  hasPassword: boolean;
  disabled: boolean;
  /** When somebody last worked with it; null before the first sign-in. */
  lastSeenAt: string | null;
  createdAt: string;
}

/** One's own account. */
export interface OwnAccountView {
  displayName: string;
  mail: string;
  roles: Role[];
  hasPassword: boolean;
  /** Providers and readers sign in by mail link alone. */
  mayHavePassword: boolean;
}

/** A place where somebody is signed in. */
export interface OwnSessionView {
  id: string;
  /** Browser and system in words. */
  device: string;
  createdAt: string;
  seenAt: string;
  current: boolean;
}
