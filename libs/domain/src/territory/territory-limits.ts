export const territoryLimits = {
  name: 120,
  street: 120,
  placeNote: 300,
  accessNote: 300,
  contact: 300,
  places: 20_000,
} as const;
