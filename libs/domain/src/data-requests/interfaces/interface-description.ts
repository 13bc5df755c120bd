import {
  type Block,
  type DocumentContent,
  documentOf,
  heading,
  link,
  type MaybeBlock,
  paragraph,
  table,
  type Words,
} from '../../documents';
import { counted } from '../../text';
import { type Day, formatDate } from '../../time';
import type { InterfaceView } from '../data-requests-views';
import {
  dataProtectionClassLabels,
  dataProtectionClassMeanings,
  dataProtectionClasses,
  interfaceFormLabels,
} from '../interface-agreement';
import { interfaceRhythmLabels } from '../interface-rhythm';
import type { CalendarDelivery } from './delivery-calendar';
import type { SectorPlanView } from './interface-views';
import { sectorLabels, sectorPlanStateLabels } from './sector-plan-state';

export interface DescribedInterface extends InterfaceView {
  /** The dates of the year ahead. */
  dates: readonly CalendarDelivery[];
  /** As `overdueDeliveries` counts them, the earliest first. */
  overdue: readonly CalendarDelivery[];
}

interface Described {
  interfaces: readonly DescribedInterface[];
  plans: readonly SectorPlanView[];
  today: Day;
}

/** Who delivers what to whom, by when, in which form and on which basis; for the page and for paper. */
export function interfaceDescription({ interfaces, plans, today }: Described): DocumentContent {
  const used = interfaces.filter(({ active }) => active);
  const comes = used.filter(({ direction }) => direction === 'TO_PLANNING');
  const goes = used.filter(({ direction }) => direction === 'FROM_PLANNING');
  const current = plans.filter(({ active }) => active);
  const late = comes.flatMap((it) => it.overdue);
  const blocks: MaybeBlock[] = [
    paragraph(
      `${counted(comes.length, 'Schnittstelle liefert', 'Schnittstellen liefern')} an die Sozialplanung, ${counted(goes.length, 'Schnittstelle geht', 'Schnittstellen gehen')} von ihr aus. `,
      late.length > 0
        ? `${counted(late.length, 'Lieferung ist', 'Lieferungen sind')} überfällig.`
        : 'Keine Lieferung ist überfällig.',
    ),
    ...section('Was bekommt die Sozialplanung?', 'Von wem', comes, today),
    ...section('Was gibt die Sozialplanung?', 'An wen', goes, today),
    ...plansSection(current),
    heading('Schutzklassen'),
    table(
      ['Klasse', { head: 'Was daraus folgt', share: 3 }],
      dataProtectionClasses.map((it) => [dataProtectionClassLabels[it], dataProtectionClassMeanings[it]]),
      { rowHeads: true, caption: 'Schutzklassen' },
    ),
  ];
  return documentOf('Schnittstellenbeschreibung', blocks, {
    subtitle: `Was bekommt die Sozialplanung von wem bis wann? Stand ${formatDate(today)}`,
  });
}

function section(title: string, who: string, rows: readonly DescribedInterface[], today: Day): Block[] {
  if (rows.length === 0) return [];
  return [
    heading(title),
    table(
      [
        { head: who, share: 2 },
        { head: 'Was', share: 2.2 },
        { head: 'Wann', share: 2 },
        { head: 'Form und Schutzklasse', share: 1.8 },
        { head: 'Grundlage', share: 2.4 },
      ],
      rows.map((it): Words[] => [
        [link(it.partner, `/planung/schnittstellen/${it.id}`), it.contact ? `\n${it.contact}` : ''],
        it.name,
        whenWords(it, today),
        `${interfaceFormLabels[it.form]}\n${dataProtectionClassLabels[it.dataClass]}`,
        [it.basis, it.validFrom ? `${it.basis ? '\n' : ''}gilt ab ${formatDate(it.validFrom)}` : ''],
      ]),
      { rowHeads: true, caption: title },
    ),
  ];
}

/** The rhythm, what is late, and the next day. */
function whenWords({ rhythm, dates, overdue }: DescribedInterface, today: Day): string {
  const [late] = overdue;
  const next = dates.find(({ dueOn }) => dueOn >= today);
  return [
    interfaceRhythmLabels[rhythm],
    late && `überfällig seit ${formatDate(late.dueOn)}: ${late.label}`,
    next && `bis ${formatDate(next.dueOn)}: ${next.label}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function plansSection(plans: readonly SectorPlanView[]): Block[] {
  if (plans.length === 0) return [];
  return [
    heading('Fachplanungen'),
    table(
      [
        { head: 'Fachplanung', share: 2 },
        { head: 'Stand', share: 1.6 },
        { head: 'Zuständig', share: 1.8 },
        { head: 'Nächste Fortschreibung', share: 1.4 },
        { head: 'Braucht', share: 2.4 },
      ],
      plans.map((it): Words[] => [
        [it.link ? link(it.name, it.link) : it.name, `\n${sectorLabels[it.sector]}`],
        `${sectorPlanStateLabels[it.state]}${it.stateOn ? `\nseit ${formatDate(it.stateOn)}` : ''}`,
        it.unit || '–',
        it.nextOn ? `${formatDate(it.nextOn)}${it.overdue ? ', überfällig' : ''}` : '–',
        it.interfaces.map(({ partner, name }) => `${partner}: ${name}`).join('\n') || '–',
      ]),
      { rowHeads: true, caption: 'Fachplanungen' },
    ),
  ];
}
