/** Departments of the county (integrativ) and those outside of it (kooperativ). */
export const actorSides = ['INTERNAL', 'EXTERNAL'] as const;
export type ActorSide = (typeof actorSides)[number];

export const actorSideLabels: Record<ActorSide, string> = {
  INTERNAL: 'Fachbereiche (integrativ)',
  EXTERNAL: 'Externe (kooperativ)',
};

/** How far a step is coordinated with one actor; what is known is known since a day. */
export const coordinations = ['NOT_ASKED', 'ASKED', 'AGREED', 'COMMENTED', 'SILENT'] as const;
export type Coordination = (typeof coordinations)[number];

export const coordinationLabels: Record<Coordination, string> = {
  NOT_ASKED: 'noch nicht gefragt',
  ASKED: 'gefragt',
  AGREED: 'einverstanden',
  COMMENTED: 'hat angemerkt',
  SILENT: 'hat nicht geantwortet',
};
