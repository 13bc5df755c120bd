import type { ImportField } from '../../imports/import-target';

const part = 'recommendation';

/** What a list of earlier recommendations may say, in the words of the form and of the lists people keep. */
export const recommendationsImportFields: readonly ImportField[] = [
  {
    key: 'recommendation.wording',
    part,
    label: 'Empfehlung',
    alike: ['Handlungsempfehlung', 'Wortlaut', 'Empfehlungstext', 'Text der Empfehlung'],
    otherwise: ['Text', 'Inhalt'],
  },
  {
    key: 'recommendation.year',
    part,
    label: 'Jahr',
    alike: ['Planjahr', 'Beschlussjahr', 'Jahr der Empfehlung'],
    hint: 'Vier Ziffern. Fehlt es, gilt das Jahr des Beschlusses.',
  },
  {
    key: 'recommendation.field',
    part,
    label: 'Handlungsfeld',
    alike: ['Feld', 'Themenfeld', 'Themengebiet'],
    hint: 'So, wie es hier heißt.',
  },
  {
    key: 'recommendation.plan',
    part,
    label: 'Plan',
    alike: ['Früherer Plan', 'Teilplan', 'Sozialplan', 'Dokument'],
    hint: 'Aus welchem Plan die Empfehlung stammt, etwa „Teilplan Jugend 2018“.',
  },
  { key: 'recommendation.addressee', part, label: 'Adressat', alike: ['Richtet sich an', 'Zuständig'] },
  {
    key: 'recommendation.body',
    part,
    label: 'Gremium',
    alike: ['Beschlossen von', 'Ausschuss', 'Beschlussgremium'],
  },
  {
    key: 'recommendation.decidedOn',
    part,
    label: 'Datum',
    alike: ['Beschlussdatum', 'Beschlossen am', 'Datum des Beschlusses'],
    hint: 'Wie 12.03.2018 oder 2018-03-12.',
  },
  {
    key: 'recommendation.result',
    part,
    label: 'Ergebnis',
    alike: ['Beschluss', 'Entscheidung', 'Stand'],
    hint: 'Angenommen, geändert angenommen, abgelehnt oder vertagt. Ohne Angabe gilt sie als eingebracht.',
  },
  {
    key: 'recommendation.reference',
    part,
    label: 'Beschlussnummer',
    alike: ['Vorlage', 'Vorlagennummer', 'Drucksache', 'Nummer der Vorlage'],
  },
  {
    key: 'recommendation.decidedWording',
    part,
    label: 'Beschlossener Wortlaut',
    alike: ['Wortlaut des Beschlusses', 'Beschlusstext'],
  },
  { key: 'recommendation.reason', part, label: 'Begründung', alike: ['Grund', 'Anmerkung'] },
];

export const recommendationsImportSample: readonly Readonly<Record<string, string>>[] = [
  {
    'recommendation.wording': 'Der Landkreis richtet eine mobile Schuldnerberatung ein.',
    'recommendation.year': '2018',
    'recommendation.field': 'Soziale Lage',
    'recommendation.plan': 'Teilplan Beratung 2018',
    'recommendation.addressee': 'Kreistag',
    'recommendation.body': 'Kreistag',
    'recommendation.decidedOn': '12.03.2018',
    'recommendation.result': 'geändert angenommen',
    'recommendation.reference': 'BV/0123/2018',
    'recommendation.decidedWording': 'Der Landkreis erprobt eine mobile Schuldnerberatung für ein Jahr.',
    'recommendation.reason': '',
  },
];
