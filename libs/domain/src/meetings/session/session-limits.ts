export const sessionLimits = {
  line: 8000,
  guest: 200,
  votes: 500,
  kind: 40,
  mail: 254,
  recipients: 500,
} as const;
