/**
 * Texts a county begins with, to be completed by its administration. An empty line begins a paragraph, `## ` a
 * heading, `- ` an entry of a list. `{Landkreis}` and `{Antwortadresse}` stand for what the settings say.
 */
export const defaultImprint = `## Anbieter
{Landkreis}
vertreten durch die Landrätin oder den Landrat

Anschrift und Telefon: bitte hier ergänzen.

## Kontakt
Mail: {Antwortadresse}

## Zuständig für den Inhalt
Sozialplanung des Landkreises. Wenn Ihnen ein Fehler auffällt, schreiben Sie uns bitte.

## Haftung für Links
Für die Inhalte fremder Webseiten, auf die wir verweisen, sind allein deren Betreiber:innen verantwortlich.`;

export const defaultPrivacyText = `## Wer ist verantwortlich?
{Landkreis}, Sozialplanung. Mail: {Antwortadresse}

Die oder den Datenschutzbeauftragten des Landkreises erreichen Sie über dieselbe Anschrift.

## Wozu nutzen wir Ihre Daten?
Über diese Anwendung laden wir zu Netzwerktreffen und Beteiligungsformaten ein, halten Ergebnisse fest und sagen Ihnen, was aus Ihren Hinweisen geworden ist. Dafür verarbeiten wir:

- Ihren Namen, Ihre dienstlichen Kontaktdaten und für welche Organisation Sie sprechen,
- Ihre Zu- und Absagen, Ihre Teilnahme und die Aufgaben, die Sie übernommen haben,
- Hinweise, die Sie geben, und unsere Antwort darauf.

Rechtsgrundlage ist die Wahrnehmung einer Aufgabe im öffentlichen Interesse (Artikel 6 Absatz 1 Buchstabe e DSGVO), bei freiwilligen Angaben Ihre Einwilligung (Buchstabe a). Eine Einwilligung können Sie jederzeit widerrufen.

## Wer sieht die Daten?
Nur die Beschäftigten, die damit arbeiten. Andere Eingeladene sehen Ihre Mailadresse nicht. Wir geben nichts an Dritte weiter und binden keine fremden Dienste ein. Hinweise werden vor jeder Weitergabe von Angaben befreit, die Personen erkennbar machen.

## Wie lange bleiben die Daten gespeichert?
Kontaktdaten löschen wir spätestens zwei Jahre nach Ihrer letzten Mitwirkung. Technische Protokolle enthalten weder Texte noch Zugangslinks.

## Cookies
Wer sich anmeldet, bekommt zwei Cookies: eines für die Dauer der Sitzung, und eines für ein Jahr, an dem wir dieses Gerät wiedererkennen, damit Fremde Sie nicht aussperren können. Beide dienen nur der Anmeldung. Ohne Anmeldung setzen wir keine Cookies. Was Sie angemeldet in ein Formular schreiben, hält Ihr Browser fest, bis Sie es speichern oder sich abmelden, höchstens 14 Tage.

## Ihre Rechte
Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Datenübertragbarkeit. Sie können der Verarbeitung widersprechen und sich bei der Landesbeauftragten oder dem Landesbeauftragten für den Datenschutz Sachsen-Anhalt beschweren. Eine Mail an {Antwortadresse} genügt.`;

export const defaultAccessibilityText = `{Landkreis} ist bemüht, diese Anwendung barrierefrei zugänglich zu machen. Grundlage sind das Behindertengleichstellungsgesetz Sachsen-Anhalt (BGG LSA, §§ 16 bis 16d) und die dazu erlassene Verordnung, die die Richtlinie (EU) 2016/2102 umsetzen. Diese Erklärung gilt für die öffentlichen Seiten, die Seiten hinter den Links in unseren Mails und für den angemeldeten Bereich.

## Stand der Vereinbarkeit
Diese Anwendung ist mit den Anforderungen der EN 301 549 und der WCAG 2.2, Stufe AA, teilweise vereinbar. Die Ausnahmen stehen im nächsten Abschnitt.

Das beruht auf einer Selbstbewertung: Jede Seite wird beim Entwickeln mit einem Prüfprogramm geprüft, eine Auswahl von Seiten auch mit der Tastatur, bei 400 % Vergrößerung und mit eigenen Farben. Eine Prüfung durch eine unabhängige Stelle steht noch aus.

Zu jeder öffentlichen Seite gibt es eine Erklärung in Leichter Sprache; der Link „Leichte Sprache“ steht oben auf der Seite. Die erste dieser Seiten ist /leicht.

Diese Erklärung wurde am 28. November 2026 erstellt und zuletzt am 28. November 2026 überprüft.

## Was noch nicht barrierefrei ist
- Wer angemeldet ist und lange nichts tut, wird ohne vorherige Warnung abgemeldet. Was noch nicht gespeichert war, ist dann verloren; im Protokoll einer laufenden Sitzung bleibt es erhalten.
- Die Seiten in Leichter Sprache erklären, worum es auf einer Seite geht. Angebote, Ergebnisse und Protokolle selbst gibt es nicht in Leichter Sprache. Eine Prüfgruppe hat die Texte noch nicht gelesen.
- Die Übersicht aller Antworten einer Terminumfrage im angemeldeten Bereich ist eine breite Tabelle, die man zur Seite rollen muss.
- Dateien, die andere uns als Unterlagen schicken, sind nicht immer barrierefrei. Bitte sagen Sie uns, welche Sie brauchen: Wir schicken Ihnen den Inhalt in einer Form, die Sie lesen können.
- Inhalte in Deutscher Gebärdensprache gibt es noch nicht. Auf Wunsch bringen wir zu unseren Terminen Dolmetscher:innen mit.

## Barriere melden
Ist Ihnen eine Barriere aufgefallen? Schreiben Sie uns eine Mail an {Antwortadresse}, oder füllen Sie das Formular unter /mitreden aus, wenn Sie möchten ohne Ihren Namen. Wir antworten innerhalb eines Monats.

## Durchsetzungsverfahren
Wenn unsere Antwort ausbleibt oder Ihnen nicht hilft, können Sie sich an die Ombudsstelle bei der Landesfachstelle für Barrierefreiheit Sachsen-Anhalt wenden (§ 16d BGG LSA). Das Verfahren ist kostenlos, Sie brauchen dafür keine anwaltliche Vertretung: https://www.lf-barrierefreiheit-st.de`;
