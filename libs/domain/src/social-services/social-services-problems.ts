import type { Problems } from '../problem';

export const serviceProblems = {
  'category-name-taken': { status: 409, says: 'Eine Kategorie mit diesem Namen gibt es schon.' },
  'target-group-name-taken': { status: 409, says: 'Eine Zielgruppe mit diesem Namen gibt es schon.' },
  'search-topic-name-taken': { status: 409, says: 'Ein Thema mit diesem Namen gibt es schon.' },
  'emergency-number-name-taken': { status: 409, says: 'Eine Nummer mit diesem Namen gibt es schon.' },
  'service-move-not-allowed': { status: 409, says: 'Das ist in diesem Stand des Angebots nicht möglich.' },
  'service-incomplete': {
    status: 422,
    says: 'Das Angebot ist noch nicht vollständig. Bitte ergänzen Sie die markierten Angaben.',
  },
  'service-awaits-confirmation': {
    status: 409,
    says: 'Das Angebot wartet auf den Landkreis. Ziehen Sie es zurück, um es zu ändern.',
  },
  'service-of-other-organisation': {
    status: 403,
    says: 'Sie können nur Angebote Ihrer eigenen Organisation eintragen.',
  },
  'service-keeps-organisation': {
    status: 409,
    says: 'Das Angebot ist schon eingereicht oder bestätigt. Nur der Landkreis kann es einer anderen Organisation zuordnen.',
  },
  'confidential-address-in-text': {
    status: 422,
    says: 'Der vertrauliche Ort steht im Text. Bitte nehmen Sie ihn dort heraus.',
  },
} as const satisfies Problems;
