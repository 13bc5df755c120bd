import type { Problems } from '../../problem';

export const figureReleaseProblems = {
  'figure-release-open-exists': {
    status: 409,
    says: 'Zu diesem Indikator wird schon eine Freigabe vorbereitet. Bitte schließen Sie diese erst ab.',
  },
  'figure-release-period': { status: 409, says: 'Der Zeitraum endet, bevor er beginnt.' },
  'figure-release-unknown-value': {
    status: 409,
    says: 'Einer der gewählten Werte gehört nicht zu diesem Indikator oder gilt nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'figure-release-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand nicht möglich. Bitte laden Sie die Seite neu.',
  },
  'figure-release-overtaken': {
    status: 409,
    says: 'Seit der Prüfung sind andere Werte oder eine andere Freigabe dazugekommen. Bitte ziehen Sie diese zurück und bereiten Sie die Freigabe neu vor.',
  },
  'figure-release-own': {
    status: 409,
    says: 'Diese Freigabe haben Sie selbst vorbereitet. Bitte lassen Sie eine zweite Person freigeben, denn der Landkreis verlangt das Vier-Augen-Prinzip.',
  },
  'figure-release-no-contributors': {
    status: 409,
    says: 'Nur bei der Regel „mindestens 3 Beitragende“ lassen sich Beiträge angeben oder bestätigen.',
  },
  'indicator-sum-of-itself': {
    status: 409,
    says: 'Ein Indikator kann kein Teil seiner selbst sein.',
  },
  'indicator-sum-unknown-part': {
    status: 409,
    says: 'Einen der gewählten Indikatoren gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
} as const satisfies Problems;
