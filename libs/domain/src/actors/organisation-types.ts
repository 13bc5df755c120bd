/** Kinds of organisations in the process, with their German labels. */
export const organisationTypes = [
  'PUBLIC_AUTHORITY',
  'FREE_PROVIDER',
  'PRIVATE_PROVIDER',
  'MUNICIPALITY',
  'SCHOOL_KITA',
  'HEALTH',
  'INITIATIVE',
  'SELF_HELP',
  'BUSINESS',
  'RESEARCH',
] as const;
export type OrganisationType = (typeof organisationTypes)[number];

export const organisationTypeLabels: Record<OrganisationType, string> = {
  PUBLIC_AUTHORITY: 'Behörde',
  FREE_PROVIDER: 'Freier Träger',
  PRIVATE_PROVIDER: 'Privater Träger',
  MUNICIPALITY: 'Gemeinde',
  SCHOOL_KITA: 'Schule/Kita',
  HEALTH: 'Gesundheitseinrichtung',
  INITIATIVE: 'Initiative/Verein',
  SELF_HELP: 'Selbsthilfe/Selbstvertretung',
  BUSINESS: 'Wirtschaft',
  RESEARCH: 'Hochschule',
};
