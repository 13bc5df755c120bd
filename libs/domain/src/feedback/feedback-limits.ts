/** Lengths used by request class, column and form alike. */
export const feedbackLimits = {
  text: 4000,
  role: 120,
  reason: 2000,
  forwardedTo: 200,
  answer: 4000,
  answeredTogether: 50,
  argumentTitle: 200,
  group: 200,
  groupName: 160,
  furtherFields: 8,
  spans: 200,
  subject: 150,
  letter: 3000,
  suggestionWord: 60,
  assignedDays: 366,
} as const;

/** Years after which the words as they were typed are deleted; the checked text stays. */
export const originalKeptYears = 1;

/** Where no day was named, whoever sees to a Hinweis answers it within so many days. */
export const ASSIGNED_DAYS = 21;

/** Days after which a Hinweis that is assigned or decided should have its answer. */
export const ANSWER_DAYS = 28;
