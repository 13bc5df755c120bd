import type { Problems } from '../../problem';

export const condensingProblems = {
  'argument-in-use': {
    status: 409,
    says: 'Auf dieses Argument stützt sich ein Befund. Es lässt sich deshalb nicht löschen.',
  },
  'condensing-unchecked': {
    status: 409,
    says: 'Zusammenfassen lassen sich nur Hinweise, deren Text geprüft ist. Bitte prüfen Sie die übrigen zuerst.',
  },
  'group-itself': { status: 400, says: 'Bitte wählen Sie eine andere Gruppe.' },
  'group-split-all': {
    status: 400,
    says: 'Bitte lassen Sie mindestens einen Hinweis in der Gruppe und nehmen Sie mindestens einen heraus.',
  },
  'group-full': { status: 409, says: 'Eine Gruppe fasst höchstens 200 Hinweise. Bitte teilen Sie sie auf.' },
  'counted-itself': { status: 400, says: 'Ein Hinweis zählt nicht bei sich selbst.' },
  'counted-elsewhere': {
    status: 409,
    says: 'Dieser Hinweis ist selbst bei einem anderen mitgezählt. Bitte zählen Sie dort zusammen.',
  },
  'counted-answered': {
    status: 409,
    says: 'Dieser Hinweis ist schon beantwortet. Bitte beantworten Sie die neuen zuerst; danach lassen sie sich mitzählen.',
  },
} as const satisfies Problems;
