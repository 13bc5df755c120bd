import { todayPriority, type TodayKinds } from '../../tasks';
import { counted } from '../../text';

const { now, soon } = todayPriority;

/** For whoever leads a step each one that is late; for planning what is late or blocked, counted. */
export const stepsToday = {
  'step-late': {
    priority: now,
    says: ({ title }: { title: string }, id) => ({
      text: `Schritt überfällig: ${title}`,
      path: `/planung/schritte/${id}`,
      action: 'Ansehen',
    }),
  },
  'step-blocked': {
    priority: soon,
    says: ({ title }: { title: string }, id) => ({
      text: `Schritt blockiert: ${title}`,
      path: `/planung/schritte/${id}`,
      action: 'Ansehen',
    }),
  },
  'steps-late': {
    priority: soon,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'Schritt des Zyklus ist', 'Schritte des Zyklus sind')} überfällig`,
      path: '/planung/meine-schritte?of=all&standing=overdue',
      action: 'Ansehen',
    }),
  },
  'steps-blocked': {
    priority: soon,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'Schritt des Zyklus ist', 'Schritte des Zyklus sind')} blockiert`,
      path: '/planung/meine-schritte?of=all&standing=blocked',
      action: 'Ansehen',
    }),
  },
} satisfies TodayKinds;
