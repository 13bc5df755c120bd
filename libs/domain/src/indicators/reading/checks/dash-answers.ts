/** What somebody says of a column of "-": none, not there yet, or not to come in at all. */
export const dashAnswers = ['ZERO', 'KEEP', 'LEAVE_OUT'] as const;
export type DashAnswer = (typeof dashAnswers)[number];

/** By the sentence of the question: it names column, areas and times, and is the same whenever the file is read. */
export type DashAnswers = Readonly<Record<string, DashAnswer>>;
