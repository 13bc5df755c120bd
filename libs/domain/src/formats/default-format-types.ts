import { invitationTexts } from './default-invitation-texts';
import type { FormatTypeView } from './formats-views';

export type DefaultFormatType = Omit<FormatTypeView, 'id' | 'version' | 'position' | 'active' | 'used'> & {
  key: string;
};

const phase = (title: string, minutes: number | null, note: string): DefaultFormatType['phases'][number] => ({
  title,
  minutes,
  note,
});
const item = (title: string, minutes: number | null): DefaultFormatType['agenda'][number] => ({
  title,
  minutes,
});

const welcome = item('Begrüßung und Ziel der Veranstaltung', 10);
const outlook = item('Wie es weitergeht: wann Sie von uns hören', 10);

/** The library every county starts with; planners may change each entry and add their own. */
export const defaultFormatTypes: readonly DefaultFormatType[] = [
  {
    key: 'network-meeting',
    name: 'Netzwerktreffen / AG nach § 78 SGB VIII',
    description:
      'Regelmäßiges Treffen der Mitglieder mit Tagesordnung, Absprachen und Aufgaben. Grundform der Zusammenarbeit.',
    groupSize: 'Mitglieder des Netzwerks',
    meetingType: 'NETWORK',
    phases: [
      phase('Vorbereitung', null, 'Tagesordnung sammeln, offene Aufgaben vom letzten Mal prüfen, einladen.'),
      phase('Treffen', 120, 'Themen beraten, Vereinbarungen und Aufgaben festhalten.'),
      phase('Nachbereitung', null, 'Protokoll freigeben und mit den Aufgaben versenden.'),
    ],
    material: ['Namensschilder', 'Anwesenheitsliste', 'Beamer und Leinwand'],
    agenda: [
      item('Begrüßung, Protokoll vom letzten Mal', 10),
      item('Neues aus den Einrichtungen', 25),
      item('Schwerpunktthema', 50),
      item('Vereinbarungen und Aufgaben', 20),
      item('Verschiedenes und nächster Termin', 10),
    ],
    invitationText: invitationTexts.networkMeeting,
    resultsToCapture: ['Vereinbarungen', 'Aufgaben mit Frist', 'Empfehlungen des Netzwerks'],
  },
  {
    key: 'expert-talk',
    name: 'Fachgespräch',
    description: 'Sechs bis fünfzehn Fachleute klären in kurzer Zeit eine genau gestellte Frage.',
    groupSize: '6–15 Fachleute',
    meetingType: 'EXPERT_TALK',
    phases: [
      phase('Frage klären', null, 'Eine Frage, die am Ende beantwortet sein soll, und die Fachleute dazu.'),
      phase('Impuls', 20, 'Zahlen und Erfahrungen, auf höchstens drei Folien.'),
      phase('Diskussion', 70, 'Moderiert entlang der Frage; Abweichendes bleibt stehen.'),
      phase('Zusammenfassung', 20, 'Befund und Entwurf einer Empfehlung, gemeinsam formuliert.'),
    ],
    material: ['Fragestellung auf einer Seite', 'Datenblatt', 'Flipchart'],
    agenda: [
      welcome,
      item('Impuls: Was wir wissen', 20),
      item('Diskussion entlang der Frage', 70),
      item('Befund und Empfehlung im Entwurf', 20),
      outlook,
    ],
    invitationText: invitationTexts.expertTalk,
    resultsToCapture: ['Befund', 'Entwurf einer Empfehlung', 'Offene Fragen'],
  },
  {
    key: 'planning-area-conference',
    name: 'Planungsraumkonferenz',
    description:
      'Zwanzig bis sechzig Menschen aus einem Planungsraum schauen auf Bestand, Bedarf und Lücken vor Ort.',
    groupSize: '20–60 Menschen',
    meetingType: 'PLANNING_AREA_CONFERENCE',
    phases: [
      phase('Raumprofil', 20, 'Das Wichtigste über den Planungsraum in Zahlen und Karten.'),
      phase(
        'Bestand und Bedarf',
        60,
        'In Gruppen je Gemeinde: Was gibt es, was fehlt, wer wird nicht erreicht?',
      ),
      phase('Lückenkarte', 30, 'Die Gruppen tragen ihre Lücken in eine gemeinsame Karte ein.'),
      phase('Absprachen', 30, 'Wer geht welche Lücke an, bis wann?'),
    ],
    material: [
      'Große Karte des Planungsraums',
      'Raumprofil als Handzettel',
      'Klebepunkte und Moderationskarten',
      'Stifte',
    ],
    agenda: [
      welcome,
      item('Raumprofil: Zahlen und Entwicklungen', 20),
      item('Gruppen je Gemeinde: Bestand und Bedarf', 60),
      item('Lückenkarte', 30),
      item('Absprachen', 30),
      outlook,
    ],
    invitationText: invitationTexts.planningAreaConference,
    resultsToCapture: ['Lücken je Gemeinde', 'Absprachen und Aufgaben', 'Hinweise mit Ort'],
  },
  {
    key: 'social-conference',
    name: 'Sozialkonferenz',
    description:
      'Halber Tag mit 60 bis 150 Menschen aus Trägern, Politik und Verwaltung; am Ende stehen gewichtete Schwerpunkte.',
    groupSize: '60–150 Menschen',
    meetingType: 'SOCIAL_CONFERENCE',
    phases: [
      phase('Impuls', 30, 'Sozialbericht in zehn Minuten, Stimmen aus der Praxis.'),
      phase('Foren je Handlungsfeld', 75, 'Aussagen sammeln, verdichten, zu Empfehlungen zuspitzen.'),
      phase('Priorisierung', 30, 'Jede Person vergibt fünf Punkte.'),
      phase('Plenum', 30, 'Ergebnis vorstellen, Widerspruch hören.'),
      phase('Dokumentation und Rückkopplung', null, 'Spätestens vier Wochen danach der Ergebnisbrief.'),
    ],
    material: [
      'Stellwände je Handlungsfeld',
      'Klebepunkte, fünf je Person',
      'Mikrofone',
      'Namensschilder',
      'Programm in Leichter Sprache',
    ],
    agenda: [
      welcome,
      item('Impuls: Zahlen und Stimmen', 30),
      item('Foren je Handlungsfeld', 75),
      item('Pause', 20),
      item('Priorisierung mit Punkten', 30),
      item('Plenum', 30),
      outlook,
    ],
    invitationText: invitationTexts.socialConference,
    resultsToCapture: ['Punkte je Schwerpunkt', 'Aussagen je Forum', 'Empfehlungen im Entwurf'],
  },
  {
    key: 'future-workshop',
    name: 'Zukunftswerkstatt',
    description:
      'Zehn bis fünfundzwanzig Menschen gehen von der Kritik über die Utopie zu Schritten, die sie selbst tun können.',
    groupSize: '10–25 Menschen',
    meetingType: 'WORKSHOP',
    phases: [
      phase('Kritik', 60, 'Was stört? Alles darf gesagt werden, nichts wird bewertet.'),
      phase('Utopie', 60, 'Wie wäre es, wenn Geld und Regeln keine Rolle spielten?'),
      phase('Verwirklichung', 75, 'Was davon geht, mit wem, als Nächstes?'),
    ],
    material: ['Drei große Papierbahnen', 'Moderationskarten in drei Farben', 'Stifte', 'Getränke'],
    agenda: [
      welcome,
      item('Kritikphase', 60),
      item('Utopiephase', 60),
      item('Pause', 15),
      item('Verwirklichungsphase', 75),
      outlook,
    ],
    invitationText: invitationTexts.futureWorkshop,
    resultsToCapture: ['Karten der Kritikphase', 'Karten der Utopiephase', 'Handlungsschritte'],
  },
  {
    key: 'world-cafe',
    name: 'World Café',
    description:
      'Fünfzehn bis hundert Menschen reden in wechselnden Tischrunden; Gastgeber:innen tragen die Gedanken weiter.',
    groupSize: '15–100 Menschen',
    meetingType: 'WORLD_CAFE',
    phases: [
      phase('Einführung', 15, 'Regeln, Tischfragen, Gastgeber:innen.'),
      phase('Erste Runde', 25, 'Gespräch am ersten Tisch, Notizen auf der Tischdecke.'),
      phase('Zweite Runde', 25, 'Tischwechsel; die Gastgeber:innen fassen zusammen.'),
      phase('Dritte Runde', 25, 'Noch ein Wechsel, jetzt mit Blick auf Lösungen.'),
      phase('Ernte im Plenum', 30, 'Die wichtigsten Gedanken je Tisch.'),
    ],
    material: [
      'Papiertischdecken',
      'Stifte in mehreren Farben',
      'Tischfragen als Aufsteller',
      'Glocke',
      'Kaffee und Kuchen',
    ],
    agenda: [welcome, item('Drei Tischrunden mit Wechsel', 75), item('Ernte im Plenum', 30), outlook],
    invitationText: invitationTexts.worldCafe,
    resultsToCapture: ['Notizen je Tisch', 'Verdichtete Kernaussagen'],
  },
  {
    key: 'survey',
    name: 'Online-Befragung',
    description: 'Viele Menschen kurz und vergleichbar fragen, offen für alle oder an einen festen Kreis.',
    groupSize: 'offen oder fester Kreis',
    meetingType: 'BILATERAL',
    phases: [
      phase('Entwurf', null, 'Höchstens zwölf Fragen, jede mit einem Zweck.'),
      phase('Prüfung Datenschutz', null, 'Keine Angaben, aus denen einzelne Menschen erkennbar werden.'),
      phase('Probelauf', null, 'Fünf Menschen füllen aus und denken laut.'),
      phase('Befragung', null, 'Drei Wochen, eine Erinnerung nur an die, die noch nicht geantwortet haben.'),
      phase('Auswertung und Rückkopplung', null, 'Ergebnis mit Zahl der Antworten und Rücklauf an alle.'),
    ],
    material: ['Fragebogen', 'Einwilligungstext', 'Papierfassung für Menschen ohne Internet'],
    agenda: [],
    invitationText: invitationTexts.survey,
    resultsToCapture: ['Zahl der Antworten und Rücklauf', 'Wichtigste Ergebnisse', 'Freitexte als Hinweise'],
  },
  {
    key: 'stock-survey',
    name: 'Bestandserhebung bei Trägern',
    description: 'Alle Träger bestätigen oder ergänzen einmal im Jahr ihre Angebote.',
    groupSize: 'alle Träger',
    meetingType: 'BILATERAL',
    phases: [
      phase('Liste der Angebote', null, 'Bekanntes vorausfüllen, damit niemand doppelt schreibt.'),
      phase('Erhebung', null, 'Vier Wochen, Erinnerung nur an die Stillen.'),
      phase('Plausibilität', null, 'Sprünge gegenüber dem Vorjahr erklären lassen.'),
      phase('Freigabe durch den Träger', null, 'Nichts wird öffentlich, was nicht freigegeben ist.'),
      phase('Veröffentlichung', null, 'Verzeichnis und Tabelle je Planungsraum.'),
    ],
    material: ['Erhebungsbogen', 'Ausfüllhilfe', 'Telefonnummer für Rückfragen'],
    agenda: [],
    invitationText: invitationTexts.stockSurvey,
    resultsToCapture: ['Bestätigte Angebote', 'Lücken und geplante Änderungen'],
  },
  {
    key: 'hard-to-reach',
    name: 'Beteiligung schwer erreichbarer Gruppen',
    description:
      'Hingehen statt einladen: Gespräche dort, wo Menschen ohnehin sind, mit Vertrauenspersonen und einfacher Sprache.',
    groupSize: 'kleine Gruppen',
    meetingType: 'WORKSHOP',
    phases: [
      phase('Zugang finden', null, 'Vertrauensperson gewinnen, Ort und Zeit der Gruppe wählen.'),
      phase('Gespräch', 60, 'Offene Fragen, einfache Sprache, Sprachmittlung, keine Namen.'),
      phase(
        'Zurückspiegeln',
        20,
        'Vorlesen, was verstanden wurde; streichen, was nicht weitergegeben werden soll.',
      ),
      phase('Rückkopplung', null, 'Über die Vertrauensperson, mündlich oder als Blatt in einfacher Sprache.'),
    ],
    material: [
      'Gesprächsleitfaden in einfacher Sprache',
      'Bildkarten',
      'Aufwandsentschädigung',
      'Sprachmittlung',
    ],
    agenda: [item('Ankommen', 15), item('Gespräch', 60), item('Zurückspiegeln und Dank', 20)],
    invitationText: invitationTexts.hardToReach,
    resultsToCapture: ['Aussagen ohne Namen', 'Was sich die Gruppe wünscht'],
  },
];
