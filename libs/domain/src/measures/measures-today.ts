import { todayPriority, type TodayKinds } from '../tasks';
import { counted } from '../text';

interface Titled {
  title: string;
}

interface Counted {
  count: number;
}

const { now, soon, sometime } = todayPriority;

/** For those in charge each Sachstand they were asked for; for planning what is late, counted. */
export const measuresToday = {
  'measure-progress-late': {
    priority: now,
    says: ({ title }: Titled, id) => ({
      text: `Sachstand überfällig: ${title}`,
      path: `/planung/massnahmen/${id}?sachstand=1`,
      action: 'Berichten',
    }),
  },
  'measure-progress': {
    priority: soon,
    says: ({ title }: Titled, id) => ({
      text: `Wie steht es? ${title}`,
      path: `/planung/massnahmen/${id}?sachstand=1`,
      action: 'Berichten',
    }),
  },
  'measures-silent': {
    priority: soon,
    says: ({ count }: Counted) => ({
      text: `${counted(count, 'Sachstand ist', 'Sachstände sind')} überfällig`,
      path: '/planung/massnahmen?silent=1',
      action: 'Erinnern',
    }),
  },
  'measures-late': {
    priority: sometime,
    says: ({ count }: Counted) => ({
      text: `${counted(count, 'Maßnahme ist', 'Maßnahmen sind')} im Verzug`,
      path: '/planung/massnahmen?status=LATE',
      action: 'Ansehen',
    }),
  },
} satisfies TodayKinds;
