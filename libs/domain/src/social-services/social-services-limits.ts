/** Lengths used by request class, column and form alike. */
export const serviceLimits = {
  title: 160,
  description: 600,
  openingHours: 300,
  note: 600,
  reason: 1000,
  phone: 40,
  mail: 254,
  website: 300,
  place: 200,
  targetGroups: 30,
  catchment: 60,
  topicName: 120,
  topicWords: 2000,
  emergencyName: 120,
  emergencyNumber: 40,
  emergencyNote: 200,
} as const;

/** After so many months without confirmation an entry is out of date. */
export const CONFIRMED_FOR_MONTHS = 12;
