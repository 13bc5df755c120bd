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
