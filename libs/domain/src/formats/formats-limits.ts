export const formatLimits = {
  title: 200,
  text: 4000,
  invitation: 6000,
  minutes: 4320,
  capacity: 2000,
} as const;
