import type { SimplePageName } from '../pages/simple-language';
import { simpleLegalTexts } from './simple-legal-texts';
import { simpleMailTexts } from './simple-mail-texts';
import type { SimpleText } from './simple-text';

const publicTexts = {
  start: {
    title: 'Willkommen',
    text: `Das ist die Internet·seite vom {Landkreis}.
Die Seite heißt: Runder Tisch.
Hier können Sie 3 Dinge machen.

## 1. Hilfe finden
Haben Sie ein Problem?
Brauchen Sie Rat?
Wir zeigen Ihnen, wer hilft.

## 2. Mit·reden
Fehlt etwas in Ihrem Ort?
Oder ist etwas besonders gut?
Sagen Sie es uns.
Sie müssen Ihren Namen nicht sagen.

## 3. Ergebnisse lesen
Viele Menschen sagen uns ihre Meinung.
Wir schreiben auf:
Das haben wir daraus gemacht.

## Sind Sie in Gefahr?
Rufen Sie sofort an.
Die Polizei hat die Nummer 110.
Der Rettungs·dienst hat die Nummer 112.
Die Anrufe kosten nichts.`,
    onward: [
      ['Hilfe finden', '/leicht/angebote'],
      ['Mit·reden', '/leicht/mitreden'],
      ['Ergebnisse lesen', '/leicht/ergebnisse'],
    ],
  },
  angebote: {
    title: 'Hilfe finden',
    text: `Auf dieser Seite finden Sie Hilfe.
Zum Beispiel:
- Hilfe bei Schulden
- Hilfe bei Sucht
- Hilfe bei der Pflege
- Hilfe bei Gewalt

## So suchen Sie
Oben auf der Seite ist ein Feld.
Schreiben Sie in das Feld, was Sie brauchen.
Zum Beispiel: Ich habe Schulden.
Drücken Sie dann auf: Suchen.
Ein Schreib·fehler macht nichts.

Sie können auch ein Thema wählen.
Oder Sie wählen Ihren Ort.

## Das sehen Sie dann
Sie sehen eine Liste.
Jeder Name in der Liste ist ein Angebot.
Drücken Sie auf den Namen.
Dann sehen Sie:
- Das ist die Telefon·nummer.
- Da ist das Haus.
- Dann ist offen.

Der {Landkreis} hat alle Angebote geprüft.

## Der Ort ist geheim
Manche Orte sind geheim.
Zum Beispiel ein Frauen·haus.
So sind die Menschen dort sicher.
Rufen Sie dort an.

## Die Seite schnell verlassen
Bei manchen Themen sehen Sie einen roten Knopf.
Auf dem Knopf steht: Seite schnell verlassen.
Drücken Sie auf den Knopf.
Dann sehen Sie eine Seite über das Wetter.`,
    onward: [['Jetzt Hilfe suchen', '/angebote']],
  },
  mitreden: {
    title: 'Mit·reden',
    text: `Auf dieser Seite sagen Sie uns Ihre Meinung.
Fehlt etwas in Ihrem Ort?
Läuft etwas gut?
Läuft etwas schlecht?
Schreiben Sie es uns.
Das heißt: Sie geben einen Hinweis.

## So geht es
Schreiben Sie Ihren Hinweis in das große Feld.
Schreiben Sie keine Namen von anderen Menschen.
Schreiben Sie nichts über Krankheiten von anderen Menschen.
Drücken Sie dann auf: Hinweis senden.

Die anderen Felder können Sie frei lassen.

## Niemand weiß, wer Sie sind
Sie müssen keinen Namen sagen.
Sie können eine Mail-Adresse auf·schreiben.
Dann schicken wir Ihnen eine Antwort.
Danach löschen wir die Mail-Adresse.

## Ihr Code
Nach dem Senden sehen Sie einen Code.
Ein Code ist ein geheimes Wort aus Buch·staben und Zahlen.
Schreiben Sie den Code auf.
Damit sehen Sie später:
Das wurde aus meinem Hinweis.`,
    onward: [
      ['Jetzt einen Hinweis geben', '/mitreden'],
      ['Code ein·geben', '/mitreden/stand'],
    ],
  },
  stand: {
    title: 'Was wurde aus meinem Hinweis?',
    text: `Sie haben uns einen Hinweis gegeben.
Danach haben Sie einen Code bekommen.
Auf dieser Seite geben Sie den Code ein.
Dann sehen Sie:
Das wurde aus meinem Hinweis.

## So geht es
Schreiben Sie den Code in das Feld.
Ein Code sieht so aus: 2345-6789-ABCD-EFGH-JKMN
Drücken Sie dann auf: Stand ansehen.

## Der Code ist weg
Wir können Ihnen den Code nicht noch einmal geben.
Denn wir wissen nicht, wer Sie sind.
Sie können einen neuen Hinweis geben.`,
    onward: [
      ['Jetzt den Code ein·geben', '/mitreden/stand'],
      ['Einen neuen Hinweis geben', '/mitreden'],
    ],
  },
  ergebnisse: {
    title: 'Was daraus wurde',
    text: `Viele Menschen geben uns Hinweise.
Auf dieser Seite lesen Sie:
- Das haben Menschen gesagt.
- Das haben wir entschieden.
- Das ist unsere Antwort.

Zu manchen Themen gibt es eine eigene Seite.
Dort lesen Sie auch: Das machen wir jetzt.

Auf der Seite stehen keine Namen.
Oben steht immer das Neueste.

Wollen Sie auch etwas sagen?
Dann geben Sie einen Hinweis.`,
    onward: [
      ['Ergebnisse lesen', '/ergebnisse'],
      ['Mit·reden', '/leicht/mitreden'],
    ],
  },
  mitmachen: {
    title: 'Als Organisation mit·machen',
    text: `Diese Seite ist für Vereine und andere Gruppen.
Sie helfen Menschen im {Landkreis}?
Dann können Sie hier mit·machen.

## So geht es
1. Suchen Sie Ihre Organisation in der Liste.
2. Schreiben Sie Ihren Namen und Ihre Mail-Adresse auf.
3. Sie bekommen eine Mail.
4. Drücken Sie in der Mail auf den Link.
5. Der {Landkreis} prüft alles.
6. Dann bekommen Sie einen Zugang.

Mit dem Zugang schreiben Sie Ihre Angebote auf.
Dann können Menschen Ihre Angebote finden.

## Sie suchen Hilfe für sich?
Dann sind Sie hier falsch.
Gehen Sie auf die Seite: Hilfe finden.`,
    onward: [
      ['Organisation an·melden', '/mitmachen'],
      ['Hilfe finden', '/leicht/angebote'],
    ],
  },
  anmelden: {
    title: 'An·melden',
    text: `Diese Seite ist für Menschen, die hier arbeiten.
Sie wollen nur Hilfe finden?
Dann müssen Sie sich nicht an·melden.

## So melden Sie sich an
Schreiben Sie Ihre Mail-Adresse in das Feld.
Drücken Sie auf: Link schicken.
Sie bekommen eine Mail.
Drücken Sie in der Mail auf den Link.
Dann sind Sie an·gemeldet.
Sie brauchen kein Pass·wort.`,
    onward: [
      ['Jetzt an·melden', '/anmelden'],
      ['Hilfe finden', '/leicht/angebote'],
    ],
  },
} as const satisfies Partial<Record<SimplePageName, SimpleText>>;

export const simpleTexts: Readonly<Record<SimplePageName, SimpleText>> = {
  ...publicTexts,
  ...simpleMailTexts,
  ...simpleLegalTexts,
};
