import type { StepRole } from './template-roles';

/** The Bauplan a county begins with; once it is stored it belongs to its planners. */
export interface DefaultPhase {
  name: string;
  summary: string;
  steps: DefaultStep[];
}

interface DefaultStep {
  title: string;
  summary: string;
  leadRole: StepRole;
  lead: string;
  involvedRoles?: StepRole[];
  internalActors?: string[];
  externalActors?: string[];
  task: string;
  dueMonth: number;
  input: string;
  result: string;
  doneWhen: string;
  /** Titles of the Methodenblätter. */
  methods?: string[];
}

const planning = { leadRole: 'planner', lead: 'Stabsstelle Sozialplanung' } as const;
const coordination = { leadRole: 'coordinator', lead: 'Netzwerkkoordination' } as const;
const departments = ['Jobcenter', 'Sozialamt', 'Jugendamt', 'Gesundheitsamt', 'Bildungsmanagement'];
const providers = ['Freie Träger'];
const networks = ['Netzwerke'];

export const defaultPhases: readonly DefaultPhase[] = [
  {
    name: 'Rahmen',
    summary:
      'Wir klären, worum es geht: wie geplant wird, wie weit die Planung reicht und welche Themen zuerst kommen.',
    steps: [
      {
        ...planning,
        title: 'Konzeption beschreiben',
        summary: 'Der Landkreis schreibt auf, wie er plant und wer dabei mitwirkt.',
        internalActors: departments,
        task: 'Auftrag, Ansatz und Ablauf der Sozialplanung beschreiben und als Methodenblatt und Bauplan festhalten.',
        dueMonth: 3,
        input: 'Auftrag der Verwaltungsleitung, gesetzliche Grundlagen',
        result: 'Methodenblatt und Bauplan',
        doneWhen: 'Die Fassung ist freigegeben.',
        methods: ['Aufgaben und Ansatz der Sozialplanung'],
      },
      {
        leadRole: 'reader',
        lead: 'Zuständiger Ausschuss',
        involvedRoles: ['planner'],
        title: 'Umfang entscheiden',
        summary:
          'Die Politik entscheidet, ob alle sozialen Themen betrachtet werden oder nur Beratung und Hilfen.',
        internalActors: ['Sozialplanung'],
        task: 'Zwischen a) der Gesamtheit sozialer Prozesse und b) der sozialen Infrastruktur entscheiden.',
        dueMonth: 6,
        input: 'Vorlage mit beiden Möglichkeiten und ihren Folgen',
        result: 'Entscheidung über den Umfang',
        doneWhen: 'Die Entscheidung steht fest oder ist ausdrücklich offen.',
      },
      {
        leadRole: 'reader',
        lead: 'Zuständiger Ausschuss',
        involvedRoles: ['planner', 'coordinator'],
        title: 'Themen priorisieren',
        summary: 'Gemeinsam wird festgelegt, womit begonnen wird.',
        internalActors: departments,
        externalActors: networks,
        task: 'Themen nach Dringlichkeit, Datenlage, politischem Auftrag und Bezug zur Förderung ordnen.',
        dueMonth: 6,
        input: 'Kriterien und Vorschlag der Sozialplanung',
        result: 'Rangfolge der Themen',
        doneWhen: 'Die Rangfolge ist beschlossen.',
      },
    ],
  },
  {
    name: 'Empirie',
    summary: 'Wir sammeln Zahlen und fragen die Träger, welche Hilfen es gibt.',
    steps: [
      {
        ...planning,
        title: 'Datenkonzept fassen',
        summary: 'Es wird festgelegt, welche Zahlen beobachtet werden und warum.',
        internalActors: departments,
        task: 'Festlegen, was beobachtet wird, wozu, woher die Werte kommen und wie oft.',
        dueMonth: 9,
        input: 'Rangfolge der Themen',
        result: 'Datenkonzept',
        doneWhen: 'Jeder Indikator hat Definition, Quelle und Regel zur Geheimhaltung.',
        methods: ['Datenkonzept und Monitoring'],
      },
      {
        ...planning,
        title: 'Schnittstellen vereinbaren',
        summary: 'Die Ämter vereinbaren, wer wem welche Zahlen gibt.',
        internalActors: departments,
        externalActors: ['Statistisches Landesamt', 'Gemeinden'],
        task: 'Mit jeder Quelle vereinbaren, was wann in welcher Form und auf welcher Grundlage geliefert wird.',
        dueMonth: 10,
        input: 'Liste der Quellen',
        result: 'Vereinbarungen über Schnittstellen',
        doneWhen: 'Ansprechstelle, Rhythmus und Rechtsgrundlage sind benannt.',
      },
      {
        ...planning,
        title: 'Daten anfordern, liefern und prüfen',
        summary: 'Die Zahlen kommen an und werden geprüft.',
        internalActors: departments,
        externalActors: ['Statistisches Landesamt', 'Gemeinden'],
        task: 'Daten anfordern, Lieferungen prüfen, Abweichungen klären und die Werte übernehmen.',
        dueMonth: 18,
        input: 'Vereinbarungen über Schnittstellen',
        result: 'Geprüfte Werte im Datenkatalog',
        doneWhen: 'Die Werte sind geprüft und Abweichungen erklärt.',
        methods: ['Datenkonzept und Monitoring'],
      },
      {
        ...coordination,
        involvedRoles: ['provider'],
        title: 'Bestand bei den Trägern erheben',
        summary: 'Träger sagen, welche Angebote sie haben und was sich ändert.',
        externalActors: providers,
        task: 'Angebote der Träger erfassen und von ihnen bestätigen lassen.',
        dueMonth: 18,
        input: 'Verzeichnis der Angebote',
        result: 'Bestätigte Angebote',
        doneWhen: 'Mindestens 90 % sind bestätigt, der Rest ist begründet.',
      },
    ],
  },
  {
    name: 'Analyse',
    summary: 'Wir werten aus und sagen in klaren Sätzen, was auffällt.',
    steps: [
      {
        ...planning,
        title: 'Auswerten und vergleichen',
        summary:
          'Zahlen werden über die Zeit und zwischen den Orten verglichen; niemand ist daraus erkennbar.',
        internalActors: departments,
        task: 'Werte über Zeit, Raum und Land vergleichen und auf Geheimhaltung prüfen.',
        dueMonth: 21,
        input: 'Geprüfte Werte',
        result: 'Tabellen, Karten und Kennzahlen',
        doneWhen: 'Die Prüfung der Geheimhaltung ist bestanden.',
        methods: ['Datenkonzept und Monitoring'],
      },
      {
        ...planning,
        title: 'Befunde formulieren',
        summary: 'Aus Zahlen und Hinweisen werden Aussagen, die man prüfen kann.',
        internalActors: departments,
        task: 'Aussagen mit Belegen und Einschränkungen schreiben und gegenlesen lassen.',
        dueMonth: 24,
        input: 'Auswertung und Hinweise',
        result: 'Befunde',
        doneWhen: 'Eine zweite Person hat jeden Befund geprüft.',
        methods: ['Vom Befund zur Empfehlung'],
      },
    ],
  },
  {
    name: 'Partizipation',
    summary: 'Wir holen an einen Tisch, wen es angeht, und hören zu.',
    steps: [
      {
        ...coordination,
        involvedRoles: ['planner'],
        title: 'Akteure bestimmen',
        summary: 'Es wird geprüft, wer mitreden sollte und wer bisher fehlt.',
        internalActors: ['Sozialplanung'],
        task: 'Einfluss, Betroffenheit und Rolle der Akteure einschätzen und Lücken benennen.',
        dueMonth: 6,
        input: 'Verzeichnis der Organisationen',
        result: 'Akteursanalyse',
        doneWhen: 'Die Lücken sind benannt.',
        methods: ['Beteiligung und Netzwerke'],
      },
      {
        ...coordination,
        involvedRoles: ['provider'],
        title: 'Netzwerke aufbauen und pflegen',
        summary: 'Organisationen arbeiten in Netzwerken zusammen und treffen sich regelmäßig.',
        internalActors: departments,
        externalActors: [...providers, 'Gemeinden', 'Selbsthilfe'],
        task: 'Mitglieder gewinnen, Zusammenarbeit vereinbaren, Treffen vorbereiten.',
        dueMonth: 12,
        input: 'Akteursanalyse',
        result: 'Netzwerke mit Vereinbarung',
        doneWhen: 'Die Netzwerke treffen sich wie geplant.',
        methods: ['Beteiligung und Netzwerke'],
      },
      {
        ...coordination,
        involvedRoles: ['provider', 'planner'],
        title: 'Beteiligungsformate durchführen',
        summary: 'In Konferenzen und Werkstätten sagen Menschen, was ihnen fehlt.',
        externalActors: [...networks, ...providers, 'Bürgerinnen und Bürger'],
        task: 'Formate planen, durchführen und ihre Ergebnisse festhalten.',
        dueMonth: 24,
        input: 'Befunde und Fragen',
        result: 'Ergebnisse und Hinweise',
        doneWhen: 'Jedes Format ist innerhalb von vier Wochen dokumentiert.',
        methods: ['Beteiligung und Netzwerke'],
      },
      {
        ...planning,
        involvedRoles: ['coordinator'],
        title: 'Hinweise zuordnen, entscheiden, beantworten',
        summary: 'Jeder Hinweis wird gelesen und bekommt eine Antwort.',
        internalActors: departments,
        task: 'Hinweise Handlungsfeldern zuordnen, über sie entscheiden und den Absendern antworten.',
        dueMonth: 28,
        input: 'Hinweise',
        result: 'Entscheidungen und Antworten',
        doneWhen: 'Alle Hinweise sind beantwortet.',
      },
    ],
  },
  {
    name: 'Diskurs',
    summary: 'Wir beraten, was am wichtigsten ist und was sich ändern soll.',
    steps: [
      {
        ...planning,
        involvedRoles: ['coordinator', 'reader'],
        title: 'Handlungsschwerpunkte herausarbeiten',
        summary: 'Aus vielen Befunden werden wenige Schwerpunkte.',
        internalActors: departments,
        externalActors: networks,
        task: 'Befunde und Ergebnisse zu Schwerpunkten verdichten.',
        dueMonth: 30,
        input: 'Befunde und Ergebnisse der Formate',
        result: 'Handlungsschwerpunkte',
        doneWhen: 'Jeder Schwerpunkt nennt seine Belege.',
        methods: ['Vom Befund zur Empfehlung'],
      },
      {
        ...planning,
        involvedRoles: ['provider'],
        title: 'Handlungsempfehlungen formulieren',
        summary: 'Es wird gesagt, wer was bis wann tun soll.',
        internalActors: departments,
        externalActors: providers,
        task: 'Empfehlungen mit Adressat, Termin und Maßstab des Erfolgs schreiben.',
        dueMonth: 33,
        input: 'Handlungsschwerpunkte',
        result: 'Handlungsempfehlungen',
        doneWhen: 'Adressat, Termin und Maßstab des Erfolgs sind genannt.',
        methods: ['Vom Befund zur Empfehlung'],
      },
      {
        ...planning,
        involvedRoles: ['provider', 'coordinator'],
        title: 'Mit freien Trägern abstimmen',
        summary: 'Die Träger lesen den Entwurf und nehmen Stellung.',
        externalActors: [...providers, 'LIGA der Freien Wohlfahrtspflege'],
        task: 'Den Entwurf an die freien Träger geben und ihre Stellungnahmen aufnehmen.',
        dueMonth: 36,
        input: 'Entwurf des Planungsdokuments',
        result: 'Nachweis der Abstimmung',
        doneWhen: 'Jeder Träger hat geantwortet oder die Frist ist vorbei.',
      },
    ],
  },
  {
    name: 'Beschluss',
    summary: 'Die gewählten Vertreterinnen und Vertreter entscheiden öffentlich.',
    steps: [
      {
        leadRole: 'reader',
        lead: 'Zuständiger Ausschuss',
        involvedRoles: ['planner'],
        title: 'Im Ausschuss vorberaten',
        summary: 'Der Ausschuss berät die Vorlage.',
        internalActors: ['Sozialplanung', 'Gremienbüro'],
        task: 'Die Vorlage beraten, abstimmen und Änderungen festhalten.',
        dueMonth: 38,
        input: 'Beschlussvorlage',
        result: 'Votum mit Änderungen',
        doneWhen: 'Die Niederschrift ist genehmigt.',
      },
      {
        leadRole: 'reader',
        lead: 'Kreistag',
        involvedRoles: ['planner'],
        title: 'Im Kreistag beschließen',
        summary: 'Der Kreistag entscheidet über den Plan.',
        internalActors: ['Sozialplanung', 'Gremienbüro'],
        task: 'Über das Planungsdokument beschließen.',
        dueMonth: 40,
        input: 'Beschlussvorlage mit Votum',
        result: 'Beschluss',
        doneWhen: 'Nummer, Datum und Stimmen stehen fest.',
      },
      {
        ...planning,
        title: 'Planungsdokument einreichen',
        summary: 'Der beschlossene Plan geht an das Land.',
        externalActors: ['Zuständiges Ministerium'],
        task: 'Das beschlossene Dokument beim Land einreichen.',
        dueMonth: 41,
        input: 'Beschlossenes Dokument',
        result: 'Einreichung',
        doneWhen: 'Die Eingangsbestätigung ist abgelegt.',
      },
    ],
  },
  {
    name: 'Umsetzung',
    summary: 'Aus Empfehlungen werden Maßnahmen, und wir sagen, wie es damit steht.',
    steps: [
      {
        ...planning,
        involvedRoles: ['provider', 'coordinator'],
        title: 'Maßnahmen planen und begleiten',
        summary: 'Wer etwas zugesagt hat, berichtet, wie weit es ist.',
        internalActors: departments,
        externalActors: providers,
        task: 'Maßnahmen mit Zuständigkeit und Termin anlegen und ihren Sachstand erfragen.',
        dueMonth: 57,
        input: 'Handlungsempfehlungen',
        result: 'Maßnahmen mit Sachstand',
        doneWhen: 'Jedes Vierteljahr liegt ein Sachstand vor.',
      },
    ],
  },
  {
    name: 'Reflexion',
    summary: 'Wir prüfen, was es gebracht hat, und lernen für die nächste Runde.',
    steps: [
      {
        ...planning,
        involvedRoles: ['provider'],
        title: 'Wirkung auswerten',
        summary: 'Es wird geprüft, was sich für die Menschen geändert hat.',
        internalActors: departments,
        externalActors: providers,
        task: 'Ziele mit dem Erreichten vergleichen und Folgerungen ziehen.',
        dueMonth: 58,
        input: 'Maßnahmen und Indikatoren',
        result: 'Wirkungsevaluation',
        doneWhen: 'Schlussfolgerung und Konsequenz sind festgehalten.',
        methods: ['Vom Befund zur Empfehlung'],
      },
      {
        ...planning,
        involvedRoles: ['coordinator'],
        title: 'Verstetigung prüfen, Datenkonzept und Bauplan anpassen',
        summary: 'Was sich bewährt hat, bleibt; was nicht, wird anders gemacht.',
        internalActors: departments,
        externalActors: networks,
        task: 'Netzwerke und Formate auf Dauerhaftigkeit prüfen, Datenkonzept und Bauplan fortschreiben.',
        dueMonth: 60,
        input: 'Wirkungsevaluationen',
        result: 'Neue Fassungen von Datenkonzept und Bauplan',
        doneWhen: 'Der nächste Zyklus ist eröffnet.',
        methods: ['Aufgaben und Ansatz der Sozialplanung', 'Beteiligung und Netzwerke'],
      },
    ],
  },
];
