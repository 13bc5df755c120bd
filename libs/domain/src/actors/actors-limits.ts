/** Lengths used by request class, column and form alike. */
export const actorLimits = {
  name: 200,
  short: 60,
  function: 120,
  mail: 254,
  phone: 40,
  website: 300,
  note: 2000,
  conversation: 4000,
  paste: 60_000,
} as const;
