import type { Problems } from '../problem';

export const inboxProblems = {
  'inbox-decided': {
    status: 409,
    says: 'Über diese Mail ist schon entschieden.',
  },
  'inbox-answer-needed': {
    status: 400,
    says: 'Bitte wählen Sie, was die Mail sagt: kommt, vielleicht oder kommt nicht.',
  },
  'inbox-nothing-to-accept': {
    status: 409,
    says: 'Aus dieser Mail lässt sich nichts übernehmen. Tragen Sie die Antwort in der Liste ein und legen Sie die Mail weg.',
  },
  'inbox-nothing-to-decline': {
    status: 409,
    says: 'Hier gibt es niemandem mehr abzusagen: Der Termin ist vorbei oder abgesagt, oder die Person ist nicht mehr eingeladen. Legen Sie die Mail einfach weg.',
  },
  'inbox-still-refused': {
    status: 409,
    says: 'Die Antwort ließ sich auch so nicht eintragen. Tragen Sie sie in der Liste der Eingeladenen ein.',
  },
  'inbox-text-gone': {
    status: 409,
    says: 'Der Wortlaut dieser Mail ist nicht mehr da. Das Original liegt im Postfach.',
  },
} as const satisfies Problems;
