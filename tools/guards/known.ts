/** A guard that no spec defends, and why that is right. */
export interface Known {
  path: string;
  /** As `npm run test:guards` shows it. */
  code: string;
  reason: string;
}

export const known: readonly Known[] = [
  {
    path: 'apps/api/src/access/access-guard.ts',
    code: "if (!permission && !isPublic) throw problem(generalProblems, 'forbidden');",
    reason:
      'There is no such route: the rules of the house fail on one. It stands for the one somebody forgets.',
  },
  {
    path: 'apps/api/src/cycles/cycles/cycles.service.ts',
    code: "if (!mayBeginCycle(open)) throw problem(cycleProblems, 'cycle-other-runs');",
    reason:
      'The database says the same, but when all is written: it spares making a whole cycle and carrying the last one over.',
  },
  {
    path: 'apps/api/src/feedback/return-messages/return-messages.service.ts',
    code: "if (!account) throw problem(generalProblems, 'forbidden');",
    reason: 'Whoever may write a letter is signed in with an account; no request comes here without one.',
  },
  {
    path: 'apps/api/src/feedback/return-messages/return-messages.service.ts',
    code: 'if (refusal) throw refused(feedbackProblems, refusal);',
    reason:
      'Only decided Hinweise come here, with an answer the letter words itself: the move is always open.',
  },
  {
    path: 'apps/api/src/findings/prioritisation/ballots.service.ts',
    code: "if (asked.mode !== 'ROOM') throw problem(generalProblems, 'not-found');",
    reason: 'A personal link has its ballot, or is none any more: it is made and deleted with it.',
  },
  {
    path: 'apps/api/src/findings/prioritisation/ballots.service.ts',
    code: "if (!found) throw problem(generalProblems, 'not-found');",
    reason: 'Found by its code a statement before, and deleted only as a draft; it tells the compiler so.',
  },
  {
    path: 'apps/api/src/findings/recommendations/decisions.service.ts',
    code: "if (result === '') throw problem(generalProblems, 'invalid-input');",
    reason: 'The request class refuses it before; it tells the compiler so.',
  },
  {
    path: 'apps/api/src/findings/recommendations/decisions.service.ts',
    code: 'if (refusal) throw refused(findingProblems, refusal);',
    reason:
      'Decided is only what was submitted, and taken back only what was decided: both moves are always open.',
  },
  {
    path: 'apps/api/src/imports/import-worker.ts',
    code: 'if (!mine) throw new Stopped();',
    reason:
      'Spares the rest of the work once it was stopped; that nothing of it stays is refused at its end.',
  },
  {
    path: 'apps/api/src/imports/import-worker.ts',
    code: 'if (refusal) throw refused(importProblems, refusal);',
    reason: 'The worker makes only the move its state has; which runs it takes is its own statement.',
  },
  {
    path: 'apps/api/src/imports/imports.service.ts',
    code: "if (!mayWith(viewer.roles, target.permission)) throw problem(generalProblems, 'forbidden');",
    reason: 'Everybody who may import holds the permission of the only target; it stands for the next one.',
  },
  {
    path: 'apps/api/src/imports/imports.service.ts',
    code: "if (!run) throw problem(generalProblems, 'not-found');",
    reason: 'The import was found a statement before, and none is ever deleted; it tells the compiler so.',
  },
  {
    path: 'apps/api/src/imports/reading/workbook-archive.ts',
    code: "if (!entry) throw new Unreadable('file-damaged');",
    reason:
      'Whatever goes wrong in the process that reads is told as a damaged file; it tells the compiler so.',
  },
  {
    path: 'apps/api/src/measures/progress/progress.service.ts',
    code: "if (!found) throw problem(generalProblems, 'not-found');",
    reason: 'The link names a measure, and none is ever deleted; it tells the compiler so.',
  },
  {
    path: 'apps/api/src/meetings/invitations/invitation-dispatch.ts',
    code: "if (waiting.length === 0) throw problem(meetingProblems, 'nobody-to-invite');",
    reason:
      'Who comes here has just put somebody on the list, or nobody holds an invitation yet. It stands for the next way here: a batch without mails would say that it was sent.',
  },
  {
    path: 'apps/api/src/meetings/polls/poll-fields.ts',
    code: "if (!times.startsAt || !times.endsAt) throw refuse('poll-needs-dates', `${path}.day`);",
    reason: 'The request class already asks for day and times of each date; it tells the compiler so.',
  },
  {
    path: 'apps/api/src/meetings/protocol/protocol-reader.ts',
    code: "if (!meeting) throw problem(generalProblems, 'not-found');",
    reason: 'The meeting was found a statement before, in the same request.',
  },
  {
    path: 'apps/api/src/networks/networks.controller.ts',
    code: "if (members === null) throw problem(generalProblems, 'not-found');",
    reason: 'Everybody with `person:read` sees the members of every network; it stands for the next role.',
  },
  {
    path: 'apps/api/src/papers/consultations/consultations.service.ts',
    code: 'if (refusal) throw refused(paperProblems, refusal);',
    reason:
      'Decided is only on a paper in consultation, and taken back only what decided it: all three moves are always open.',
  },
  {
    path: 'apps/api/src/settings/settings.controller.ts',
    code: "if (!logoFileId) throw problem(generalProblems, 'not-found');",
    reason: 'Without it the file itself would not be found: the answer is the same.',
  },
  {
    path: 'apps/api/src/tasks/tasks.ts',
    code: "if (!saved) throw problem(generalProblems, 'unexpected');",
    reason: 'The statement inserts or changes and always answers a row; it tells the compiler so.',
  },
];
