import type { Accessibility, Language } from '@runder-tisch/domain/social-services';
import { demoData } from '../demo-data';

export interface DemoService {
  key: string;
  organisation: string;
  title: string;
  category: string;
  field: string;
  ags: string;
  street: string;
  postalCode: string;
  city: string;
  secretPlace?: boolean;
  accessibility: Accessibility;
  languages: Language[];
  waitingDays: number;
  openingHours: string;
  description: string;
  forWhom: string[];
}

/** The 25 offers of the demo year; one of them keeps its place secret. */
export const demoServices = JSON.parse(demoData('services.json')) as readonly DemoService[];

/** The 26th waits for the office: the provider of the demo entered it some days ago. */
export const serviceToConfirm: DemoService = {
  key: 'S26',
  organisation: 'O04',
  title: 'Sprechstunde Energieschulden',
  category: 'Schuldnerberatung',
  field: 'Soziale Lage',
  ags: '15082180',
  postalCode: '06366',
  city: 'Köthen (Anhalt)',
  street: 'Weintraubenstraße 4',
  accessibility: 'FULL',
  languages: ['de', 'ru', 'uk'],
  waitingDays: 7,
  openingHours: 'ab Januar jeden zweiten Montag 14 bis 17 Uhr',
  description:
    'Die Nachzahlung ist zu hoch, der Strom soll abgestellt werden? Wir sprechen mit dem Versorger und suchen mit Ihnen eine Lösung.',
  forWhom: ['Verschuldete Menschen', 'Familien'],
};

/** What the list of categories lacks for these offers. */
export const furtherCategories: readonly { name: string; description: string }[] = [
  { name: 'Suchtprävention', description: 'Aufklärung und Projekte, bevor etwas zum Problem wird' },
  { name: 'Ambulante Pflege', description: 'Pflege und Hilfe im Haushalt zu Hause' },
  { name: 'Eingliederungshilfe', description: 'Assistenz beim Wohnen, Lernen und Arbeiten' },
  { name: 'Altenhilfe', description: 'Begleitung und Besuche für ältere Menschen' },
  { name: 'Leseförderung', description: 'Lesen üben mit Ehrenamtlichen' },
];
