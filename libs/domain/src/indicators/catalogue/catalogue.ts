import { benefits } from './benefits';
import { care } from './care';
import type { CatalogueIndicator } from './catalogue-indicator';
import { demography } from './demography';
import { education } from './education';
import { health } from './health';
import { migration } from './migration';
import { socialSituation } from './social-situation';
import { youth } from './youth';

interface CatalogueOfField {
  /** Name of the Handlungsfeld as a county begins with it. */
  field: string;
  indicators: readonly CatalogueIndicator[];
}

/** The 90 indicators a new county begins with, by Handlungsfeld. */
export const catalogueByField: readonly CatalogueOfField[] = [
  { field: 'Demografie und Sozialstruktur', indicators: demography },
  { field: 'Bildung', indicators: education },
  { field: 'Gesundheit und medizinische Versorgung', indicators: health },
  { field: 'Soziale Lage', indicators: socialSituation },
  { field: 'Öffentliche Sozialleistungen', indicators: benefits },
  { field: 'Kinder- und Jugendhilfe', indicators: youth },
  { field: 'Pflege und Teilhabe', indicators: care },
  { field: 'Migration und Integration', indicators: migration },
];

export const catalogueIndicators: readonly (CatalogueIndicator & { field: string })[] =
  catalogueByField.flatMap(({ field, indicators }) => indicators.map((it) => ({ ...it, field })));
