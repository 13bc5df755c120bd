export const committeeLimits = {
  name: 160,
  rhythm: 200,
  note: 2000,
  office: 120,
  term: 80,
  invitationDays: 60,
  quorum: 500,
} as const;
