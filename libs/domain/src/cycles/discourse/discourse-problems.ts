import type { Problems } from '../../problem';

export const discourseProblems = {
  'discourse-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand der Diskursrunde nicht möglich. Bitte laden Sie die Seite neu.',
  },
  'discourse-previous-open': {
    status: 409,
    says: 'Die vorige Diskursrunde ist noch nicht abgeschlossen. Schließen Sie sie ab: Ihre Reflexion ist der Ausgangspunkt dieser Runde.',
  },
  'discourse-reflection-missing': {
    status: 409,
    says: 'Bitte schreiben Sie zum Abschluss die Reflexion: Was haben wir gelernt, was geht in die nächste Runde?',
  },
  'discourse-next-began': {
    status: 409,
    says: 'Die nächste Diskursrunde arbeitet schon mit dieser Reflexion; deshalb bleibt diese Runde abgeschlossen.',
  },
  'discourse-reason-missing': {
    status: 409,
    says: 'Bitte nennen Sie den Grund, warum die Runde wieder geöffnet wird.',
  },
  'discourse-planned-already': {
    status: 409,
    says: 'Es ist schon eine Diskursrunde geplant. Beginnen Sie diese, bevor Sie die nächste planen.',
  },
  'discourse-cycle-closed': {
    status: 409,
    says: 'Der Zyklus ist abgeschlossen. Beginnen Sie die Diskursrunde im laufenden Zyklus.',
  },
  'discourse-closed': {
    status: 409,
    says: 'Eine abgeschlossene Diskursrunde bleibt, wie sie ist. Öffnen Sie sie wieder, um etwas zu ändern.',
  },
  'discourse-days': {
    status: 409,
    says: 'Das Ende der Diskursrunde liegt vor ihrem Beginn. Bitte ändern Sie eines von beiden.',
  },
  'discourse-part-gone': {
    status: 409,
    says: 'Etwas davon wurde inzwischen verworfen oder abgesagt. Bitte wählen Sie neu aus.',
  },
} as const satisfies Problems;
