import type { SimpleText } from './simple-text';

/** The pages the law asks for: the most important of them. */
export const simpleLegalTexts = {
  impressum: {
    title: 'Impressum',
    text: `Das Impressum sagt:
Dieses Amt hat die Internet·seite gemacht.
Auf der Seite stehen die Adresse und die Telefon·nummer.

Die Seite ist vom {Landkreis}.
Sie können uns eine Mail schreiben.
Das ist unsere Mail-Adresse:
{Antwortadresse}`,
    onward: [['Impressum lesen', '/impressum']],
  },
  datenschutz: {
    title: 'Daten·schutz',
    text: `Daten sind zum Beispiel Ihr Name und Ihre Mail-Adresse.
Wir passen auf Ihre Daten auf.
Das heißt: Daten·schutz.

## Sie suchen nur Hilfe?
Dann speichern wir nichts über Sie.

## Sie geben einen Hinweis?
Wir speichern Ihren Hinweis.
Wir speichern keinen Namen.
Haben Sie eine Mail-Adresse auf·geschrieben?
Dann löschen wir sie nach der Antwort.

## Sie kommen zu einem Treffen?
Dann speichern wir:
- Ihren Namen
- Ihre Mail-Adresse
- Ihre Organisation
- ob Sie kommen

Nur Menschen, die damit arbeiten, sehen diese Daten.

## Ihre Rechte
Sie können fragen:
Welche Daten haben Sie über mich?
Sie können sagen:
Die Daten sind falsch.
Sie können sagen:
Löschen Sie meine Daten.

Schreiben Sie dann eine Mail an:
{Antwortadresse}`,
    onward: [['Alles zum Daten·schutz lesen', '/datenschutz']],
  },
  barrierefreiheit: {
    title: 'Barriere·freiheit',
    text: `Alle Menschen sollen diese Seite nutzen können.
Auch Menschen mit Behinderung.
Das heißt: Barriere·freiheit.

## Das geht schon
Sie können die Seite mit der Tastatur bedienen.
Ein Computer kann die Seite vor·lesen.
Sie können die Schrift größer machen.
Jede öffentliche Seite hat eine Seite in Leichter Sprache.

## Das geht noch nicht
Es gibt keine Filme in Gebärden·sprache.
Manche Dateien kann ein Computer nicht gut vor·lesen.

## Haben Sie ein Problem gefunden?
Schreiben Sie uns eine Mail:
{Antwortadresse}
Oder geben Sie einen Hinweis.
Dann müssen Sie keinen Namen sagen.
Wir antworten in 1 Monat.

## Hat unsere Antwort nicht geholfen?
Es gibt eine Ombuds·stelle.
Die Ombuds·stelle hilft bei Streit.
Das kostet nichts.
Die Adresse steht in der Erklärung.`,
    onward: [
      ['Die ganze Erklärung lesen', '/barrierefreiheit'],
      ['Einen Hinweis geben', '/leicht/mitreden'],
    ],
  },
} as const satisfies Record<string, SimpleText>;
