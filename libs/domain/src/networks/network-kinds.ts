/** Kinds of standing cooperation. A committee (Gremium) is none of them: statutory rules of its own apply to it. */
export const networkKinds = [
  'NETWORK',
  'WORKING_GROUP',
  'WORKING_GROUP_78',
  'STEERING_GROUP',
  'CIRCLE',
] as const;
export type NetworkKind = (typeof networkKinds)[number];

export const networkKindLabels: Record<NetworkKind, string> = {
  NETWORK: 'Netzwerk',
  WORKING_GROUP: 'Arbeitsgemeinschaft',
  WORKING_GROUP_78: 'AG nach § 78 SGB VIII',
  STEERING_GROUP: 'Steuerungsgruppe',
  CIRCLE: 'Arbeitskreis',
};

export const membershipRoles = ['COORDINATOR', 'SPEAKER', 'MEMBER', 'GUEST'] as const;
export type MembershipRole = (typeof membershipRoles)[number];

export const membershipRoleLabels: Record<MembershipRole, string> = {
  COORDINATOR: 'Koordination',
  SPEAKER: 'Sprecher:in',
  MEMBER: 'Mitglied',
  GUEST: 'Gast',
};
