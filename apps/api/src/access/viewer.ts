import type { Role } from '@runder-tisch/domain/accounts';

/** For whom a request is answered. Row access is decided on these arrays, loaded once per request. */
export interface Viewer {
  kind: 'account' | 'link' | 'public' | 'system';
  accountId: string | null;
  personId: string | null;
  displayName: string;
  roles: readonly Role[];
  /** Networks the person is a current member of. */
  networkIds: readonly string[];
  /** Networks the person coordinates, alone or as deputy. */
  coordinatedNetworkIds: readonly string[];
  /** Organisations the person speaks for today. */
  organisationIds: readonly string[];
  /** Committees the person sits in today, or deputises in. */
  committeeIds: readonly string[];
  requestId: string;
  idempotency?: { key: string; requestHash: string };
}

const nobody = {
  accountId: null,
  personId: null,
  roles: [],
  networkIds: [],
  coordinatedNetworkIds: [],
  organisationIds: [],
  committeeIds: [],
} as const;

/** Jobs, set-up and the demo. */
export const systemViewer: Viewer = { ...nobody, kind: 'system', displayName: 'System', requestId: 'system' };

export function publicViewer(requestId: string): Viewer {
  return { ...nobody, kind: 'public', displayName: 'Öffentlichkeit', requestId };
}

/** Somebody who followed a link in a mail: one person, nothing but the object of that link. */
export function linkViewer(requestId: string, personId: string | null, displayName: string): Viewer {
  return { ...nobody, kind: 'link', personId, displayName, requestId };
}

export function hasRole(viewer: Viewer, ...roles: Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role));
}
