import type { Problems } from '../../problem';

export const letterProblems = {
  'letter-passage-overlap': {
    status: 409,
    says: 'Ein Teil dieser Stelle ist schon markiert. Bitte wählen Sie eine Stelle, die keine andere berührt, oder heben Sie die andere zuerst auf.',
  },
  'letter-passage-empty': {
    status: 400,
    says: 'An dieser Stelle stehen keine Wörter. Bitte wählen Sie einen Satz oder Absatz.',
  },
  'letter-passage-outside': {
    status: 400,
    says: 'Diese Stelle liegt nicht im Text. Bitte laden Sie die Seite neu.',
  },
  'letter-passage-long': {
    status: 400,
    says: 'Ein Hinweis fasst höchstens 4.000 Zeichen. Bitte markieren Sie eine kürzere Stelle.',
  },
  'letter-passage-worked-on': {
    status: 409,
    says: 'An dem Hinweis aus dieser Stelle wurde schon gearbeitet. Die Markierung bleibt deshalb; weisen Sie den Hinweis zurück, wenn er keiner ist.',
  },
  'letter-full': {
    status: 409,
    says: 'Ein Brief fasst höchstens 200 markierte Stellen. Bitte teilen Sie ihn auf.',
  },
  'letter-pieces-differ': {
    status: 409,
    says: 'Eine markierte Stelle hätte keine Wörter mehr, oder der Text wurde inzwischen anders markiert. Bitte laden Sie die Seite neu.',
  },
  'letter-file-kind': {
    status: 400,
    says: 'Diese Datei lässt sich nicht als Brief lesen. Gelesen werden Word-Dateien (.docx), gespeicherte Mails (.eml) und Textdateien (.txt). Aus anderen kopieren Sie den Text bitte in das Feld.',
  },
  'letter-file-old': {
    status: 400,
    says: 'Diese Datei ist im älteren Format von Word oder Outlook gespeichert (.doc, .msg) oder mit einem Kennwort geschützt. Speichern Sie sie bitte ohne Kennwort als .docx, oder kopieren Sie den Text in das Feld.',
  },
  'letter-file-damaged': {
    status: 400,
    says: 'Diese Word-Datei ist beschädigt oder ungewöhnlich aufgebaut. Bitte öffnen Sie sie in Word und kopieren Sie den Text in das Feld.',
  },
  'letter-file-empty': {
    status: 400,
    says: 'In dieser Datei stehen keine Wörter, vielleicht nur ein Bild des Briefes. Bitte schreiben Sie den Text in das Feld ab.',
  },
  'letter-file-long': {
    status: 400,
    says: 'Der Text dieser Datei hat mehr als 60.000 Zeichen. Bitte teilen Sie ihn auf mehrere Briefe auf.',
  },
  'letter-done': {
    status: 409,
    says: 'Dieser Brief ist abgeschlossen. Öffnen Sie ihn wieder, um weiter zu markieren.',
  },
  'letter-not-done': { status: 409, says: 'Dieser Brief ist noch offen.' },
  'letter-rest-missing': {
    status: 400,
    says: 'Ein Teil des Briefes ist nicht markiert. Bitte sagen Sie in einem Satz, warum er keinen Hinweis enthält.',
  },
  'letter-has-passages': {
    status: 409,
    says: 'Aus diesem Brief sind Hinweise entstanden. Er lässt sich deshalb nicht löschen.',
  },
  'letter-text-gone': {
    status: 409,
    says: 'Der Text dieses Briefes ist nach einem Jahr gelöscht worden. Die Hinweise daraus bleiben.',
  },
} as const satisfies Problems;
