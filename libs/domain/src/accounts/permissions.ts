import type { Role } from './roles';

/**
 * Every permission by name with the roles that hold it. The guard of the API decides by it, the web
 * hides by it. Which rows somebody sees within a permission is decided by the row's own predicate.
 */
export const permissionRoles = {
  'settings:change': ['admin'],
  'lists:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'lists:change': ['admin', 'planner'],
  'place:read': ['admin', 'planner', 'coordinator'],
  'place:change': ['admin', 'planner', 'coordinator'],
  'text-block:read': ['admin', 'planner', 'coordinator'],
  'account:manage': ['admin'],
  'account:own': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'mailbox:read': ['admin', 'planner', 'coordinator'],
  'audit:read': ['admin'],
  'organisation:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'organisation:change': ['admin', 'planner', 'coordinator'],
  'organisation:change-own': ['provider'],
  'person:read': ['admin', 'planner', 'coordinator'],
  'person:change': ['admin', 'planner', 'coordinator'],
  'import:run': ['admin', 'planner', 'coordinator'],
  'conversation:note': ['admin', 'planner', 'coordinator'],
  'network:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'network:change': ['admin', 'coordinator'],
  'committee:read': ['admin', 'planner', 'coordinator', 'reader'],
  'committee:change': ['admin', 'planner'],
  'attachment:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'attachment:change': ['admin', 'planner', 'coordinator'],
  'service:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'service:enter': ['planner', 'coordinator', 'provider'],
  'service:confirm': ['planner', 'coordinator'],
  'registration:verify': ['admin', 'planner', 'coordinator'],
  'format:read': ['admin', 'planner', 'coordinator'],
  'format:change': ['planner', 'coordinator'],
  'meeting:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'meeting:plan': ['planner', 'coordinator'],
  'inbox:work': ['planner', 'coordinator'],
  'feedback:read': ['planner', 'coordinator', 'provider'],
  'feedback:enter': ['planner', 'coordinator'],
  'feedback:voice': ['provider'],
  'return-message:read': ['planner', 'coordinator', 'provider', 'reader'],
  'feedback:triage': ['planner', 'coordinator'],
  'feedback:decide': ['planner'],
  'argument:read': ['admin', 'planner', 'coordinator'],
  'argument:change': ['planner'],
  'overview:read': ['reader'],
  'task:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'task:change': ['planner', 'coordinator'],
  'reminder:own': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'search:use': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'finding:read': ['admin', 'planner', 'coordinator'],
  'finding:change': ['planner'],
  'recommendation:read': ['admin', 'planner', 'coordinator', 'reader'],
  'prioritisation:run': ['planner', 'coordinator'],
  'measure:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'measure:change': ['planner'],
  'measure:report': ['planner', 'provider'],
  'year-letter:send': ['planner'],
  'year-letter:read': ['planner', 'provider'],
  'indicator:read': ['planner', 'coordinator', 'provider', 'reader'],
  'indicator:change': ['planner'],
  'data-request:read': ['planner'],
  'data-request:change': ['planner'],
  'paper:read': ['admin', 'planner', 'coordinator', 'reader'],
  'paper:change': ['planner'],
  'decision:read': ['admin', 'planner', 'coordinator', 'reader'],
  'decision:change': ['planner'],
  'cycle:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'cycle:change': ['planner'],
  'cycle:work': ['planner', 'coordinator'],
  'actor-analysis:read': ['admin', 'planner', 'coordinator'],
  'actor-analysis:change': ['planner', 'coordinator'],
  'structure:read': ['admin', 'planner', 'coordinator', 'provider', 'reader'],
  'consolidation:read': ['admin', 'planner', 'coordinator'],
  'consolidation:change': ['planner', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionRoles;

/** What somebody with these roles may do, as a sorted list of names. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(permissionRoles) as Permission[]).filter((permission) => mayWith(roles, permission));
}

/** Whether one of the roles holds the permission. */
export function mayWith(roles: readonly Role[], permission: Permission): boolean {
  return (permissionRoles[permission] as readonly Role[]).some((role) => roles.includes(role));
}

/** The roles that hold the permission, for a statement that looks for people who may. */
export function rolesWith(permission: Permission): readonly Role[] {
  return permissionRoles[permission];
}
