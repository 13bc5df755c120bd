/** Who leads a step or has a part in it; the committees are those who read. */
export const stepRoles = ['planner', 'coordinator', 'provider', 'reader'] as const;
export type StepRole = (typeof stepRoles)[number];

export const stepRoleLabels: Record<StepRole, string> = {
  planner: 'Sozialplanung',
  coordinator: 'Netzwerkkoordination',
  provider: 'Träger',
  reader: 'Gremien',
};
