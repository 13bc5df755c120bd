import type { SimpleText } from './simple-text';

/** Pages behind a link of a mail. */
export const simpleMailTexts = {
  antwort: {
    title: 'Auf eine Einladung antworten',
    text: `Wir haben Sie zu einem Treffen ein·geladen.
Auf dieser Seite sagen Sie uns, ob Sie kommen.

## So geht es
Oben steht, was das Treffen ist.
Da steht auch der Tag, die Uhr·zeit und der Ort.
Darunter sind 3 große Knöpfe.
- Ich komme
- Vielleicht
- Ich kann nicht

Drücken Sie auf einen Knopf.
Dann ist Ihre Antwort bei uns.

## Sie wollen Ihre Antwort ändern?
Öffnen Sie den Link in der Mail noch einmal.
Drücken Sie auf einen anderen Knopf.

## Brauchen Sie Hilfe bei dem Treffen?
Zum Beispiel einen Platz für den Roll·stuhl?
Oder Gebärden·sprache?
Schreiben Sie es in das Feld.
Wir kümmern uns darum.`,
    onward: [],
  },
  umfrage: {
    title: 'Einen Tag für ein Treffen finden',
    text: `Wir suchen einen Tag für ein Treffen.
Auf dieser Seite sagen Sie, wann Sie Zeit haben.
Das heißt: Umfrage.

## So geht es
Sie sehen mehrere Tage.
Bei jedem Tag wählen Sie 1 Antwort.
- Ja: Ich habe Zeit.
- Notfalls: Es geht, aber nicht gut.
- Nein: Ich habe keine Zeit.

Drücken Sie dann unten auf: Antworten senden.

## So geht es weiter
Wir sehen alle Antworten an.
Dann wählen wir einen Tag.
Sie bekommen eine Mail mit dem Tag.

## Sie wollen Ihre Antwort ändern?
Öffnen Sie den Link in der Mail noch einmal.`,
    onward: [],
  },
  punkte: {
    title: 'Punkte vergeben',
    text: `Wir wollen wissen, was Ihnen wichtig ist.
Auf dieser Seite geben Sie Punkte.

## So geht es
Sie sehen mehrere Zeilen.
Oben steht: So viele Punkte haben Sie.
- Drücken Sie auf Plus für 1 Punkt mehr.
- Drücken Sie auf Minus für 1 Punkt weniger.

Geben Sie viele Punkte für das, was Ihnen wichtig ist.

## Wer sieht das?
Niemand sieht, wem Sie Punkte geben.
Das ist geheim.

## Sie wollen etwas ändern?
Das geht, bis die Abfrage zu Ende ist.
Danach sehen Sie hier, was die meisten Punkte hat.`,
    onward: [],
  },
  aufgabe: {
    title: 'Eine Aufgabe',
    text: `Sie haben bei einem Treffen eine Aufgabe bekommen.
Auf dieser Seite steht:
- Das ist die Aufgabe.
- Bis zu diesem Tag ist Zeit.

## Sind Sie fertig?
Drücken Sie auf: Ist erledigt.
Dann wissen wir Bescheid.

## Haben Sie eine Frage?
Antworten Sie auf die Mail.`,
    onward: [],
  },
  angaben: {
    title: 'Ihre Angaben',
    text: `Wir schreiben Ihnen Mails.
Manchmal rufen wir Sie an.
Auf dieser Seite steht:
- Das ist Ihre Mailadresse.
- Das ist Ihre Telefonnummer.

## Stimmt etwas nicht?
Schreiben Sie es neu in das Feld.
Drücken Sie auf: Speichern.
Dann gilt das Neue sofort.

## Arbeiten Sie nicht mehr dort?
Antworten Sie auf die Mail.
Schreiben Sie uns: Wer macht jetzt Ihre Arbeit?`,
    onward: [],
  },
  hinweis: {
    title: 'Ihr Hinweis',
    text: `Sie haben uns einen Hinweis gegeben.
Auf dieser Seite steht, was daraus wird.

Zuerst lesen wir Ihren Hinweis.
Dann entscheiden wir:
- Wir machen es.
- Wir machen einen Teil davon.
- Wir machen es nicht.
- Ein anderes Amt macht es.

Unsere Antwort steht auch auf der Seite.
Später steht dort auch: Das haben wir gemacht.
Ist noch keine Antwort da?
Dann sehen Sie später noch einmal nach.`,
    onward: [['Mit·reden', '/leicht/mitreden']],
  },
  protokoll: {
    title: 'Das Protokoll von einem Treffen',
    text: `Auf dieser Seite steht ein Protokoll.
Ein Protokoll ist ein Bericht über ein Treffen.
Im Protokoll steht:
- Diese Menschen waren da.
- Darüber haben wir geredet.
- Das haben wir entschieden.
- Das sind die Aufgaben.

Das Protokoll ist in schwerer Sprache.
Brauchen Sie das Protokoll in Leichter Sprache?
Antworten Sie auf die Mail.`,
    onward: [],
  },
  anmeldung: {
    title: 'Mit dem Link an·melden',
    text: `Sie haben eine Mail mit einem Link bekommen.
Der Link hat Sie auf diese Seite gebracht.

## So melden Sie sich an
Drücken Sie auf: Jetzt anmelden.
Dann sind Sie an·gemeldet.

## Der Link ist zu alt
Drücken Sie auf: Neuen Link senden.
Sie bekommen eine neue Mail.

Der Link ist nur für Sie.
Geben Sie den Link niemandem.`,
    onward: [],
  },
} as const satisfies Record<string, SimpleText>;
