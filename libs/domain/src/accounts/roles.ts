/** What an account may be; one person may hold several. */
export const roles = ['admin', 'planner', 'coordinator', 'provider', 'reader'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
  admin: 'Administration',
  planner: 'Sozialplanung',
  coordinator: 'Netzwerkkoordination',
  provider: 'Träger',
  reader: 'Lesende',
};

/** Those who work in the county's office and may set a password. */
export const staffRoles: readonly Role[] = ['admin', 'planner', 'coordinator'];
