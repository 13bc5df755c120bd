/** What an answer consists of besides its place on the waiting list. */
export const answerColumns = [
  'answer',
  'answered_at',
  'answer_channel',
  'answer_sequence',
  'answer_stamp',
  'answer_sent_at',
  'entered_by',
  'companions',
  'deputy_name',
  'coming',
] as const;
