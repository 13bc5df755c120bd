import type { Problems } from '../problem';

export const messageProblems = {
  'message-sent': {
    status: 409,
    says: 'Diese Nachricht ist schon gesendet und lässt sich nicht mehr ändern.',
  },
  'message-not-sent': { status: 409, says: 'Diese Nachricht ist noch nicht gesendet.' },
  'message-nobody': {
    status: 409,
    says: 'Niemand bekäme diese Nachricht. Bitte wählen Sie Empfangende mit Mailadresse.',
  },
  'message-too-many': {
    status: 409,
    says: 'So viele Personen auf einmal lassen sich nicht anschreiben. Bitte teilen Sie die Nachricht auf.',
  },
  'message-empty': {
    status: 409,
    says: 'Bitte schreiben Sie vor dem Senden einen Betreff und einen Text.',
  },
  'message-target-foreign': {
    status: 404,
    says: 'Eine der gewählten Gruppen gibt es nicht, oder Sie dürfen sie nicht anschreiben.',
  },
  'message-files-too-large': {
    status: 413,
    says: 'Die Unterlagen sind zusammen zu groß für eine Mail. Senden Sie sie als Link.',
  },
  'message-no-own-address': {
    status: 409,
    says: 'Ihrem Konto fehlt eine Mailadresse. Antworten könnten Sie deshalb nicht erreichen.',
  },
  'message-nobody-again': {
    status: 409,
    says: 'Es gibt niemanden, dem diese Nachricht noch einmal zu senden wäre.',
  },
} as const satisfies Problems;
