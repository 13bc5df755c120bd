export const paperLimits = {
  number: 40,
  title: 300,
  text: 20_000,
  line: 200,
  link: 500,
  wording: 8000,
  reason: 2000,
  recommendations: 50,
  votes: 1000,
  consultations: 20,
} as const;
