import type { Problems } from '../problem';

export const attachmentProblems = {
  'attachment-empty': { status: 422, says: 'Die Datei ist leer.' },
  'attachment-too-large': { status: 413, says: 'Die Datei ist größer als 25 MB. Bitte verkleinern Sie sie.' },
  'attachment-type-refused': {
    status: 422,
    says: 'Diese Art von Datei wird nicht angenommen. Möglich sind PDF, Word, Excel, PowerPoint, OpenDocument, Text, CSV, Kalender und Bilder (PNG, JPEG, WebP).',
  },
  'attachment-archive': {
    status: 422,
    says: 'Archive werden nicht angenommen. Bitte laden Sie die Dateien einzeln hoch, auch mehrere zugleich.',
  },
  'attachment-macros': {
    status: 422,
    says: 'Dateien mit Makros oder eingebetteten Programmen werden nicht angenommen. Bitte speichern Sie sie ohne Makros.',
  },
  'attachment-locked': {
    status: 422,
    says: 'Die Datei ist mit einem Kennwort geschützt oder aus einem alten Office. Bitte speichern Sie sie ohne Kennwort in einem heutigen Format.',
  },
  'attachment-not-what-it-says': {
    status: 422,
    says: 'Die Datei ist beschädigt, oder sie ist etwas anderes, als ihr Name sagt.',
  },
  'attachment-unpacks-too-large': {
    status: 422,
    says: 'Die Datei wird beim Öffnen viel zu groß und wurde deshalb nicht angenommen.',
  },
  'attachment-picture-too-large': {
    status: 422,
    says: 'Das Bild hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern Sie es.',
  },
  'attachment-level-refused': {
    status: 422,
    says: 'Diese Unterlage darf hier nicht so weit sichtbar sein. Bitte wählen Sie eine andere Sichtbarkeit.',
  },
  'attachment-part-unknown': {
    status: 422,
    says: 'Diesen Punkt gibt es dort nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'attachment-too-many': {
    status: 409,
    says: 'Hier liegen schon sehr viele Unterlagen. Bitte löschen Sie zuerst, was nicht mehr gebraucht wird.',
  },
  'attachment-gone': {
    status: 409,
    says: 'Diese Unterlage ist gelöscht. Bitte stellen Sie sie zuerst wieder her.',
  },
  'attachment-version-unknown': {
    status: 404,
    says: 'Diese Fassung gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'attachment-no-preview': { status: 404, says: 'Zu dieser Datei gibt es keine Vorschau.' },
} as const satisfies Problems;

export type AttachmentRefusal = keyof typeof attachmentProblems;
