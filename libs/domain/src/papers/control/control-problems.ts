import type { Problems } from '../../problem';

export const controlProblems = {
  'control-not-adopted': {
    status: 409,
    says: 'Unter Kontrolle kommt nur, was ein Gremium beschlossen hat.',
  },
  'control-already': { status: 409, says: 'Dieser Beschluss steht schon unter Kontrolle.' },
  'control-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand des Beschlusses nicht möglich.',
  },
  'control-delay-reason': { status: 400, says: 'Bitte schreiben Sie, warum es sich verzögert.' },
  'control-override-reason': {
    status: 400,
    says: 'Der Stand folgt sonst der Maßnahme. Bitte schreiben Sie, warum hier ein anderer gilt.',
  },
  'control-reopen-reason': { status: 400, says: 'Bitte schreiben Sie, was noch zu tun ist.' },
  'control-next-day': {
    status: 400,
    says: 'Bitte geben Sie den Tag an, an dem der Dauerauftrag wieder vorgelegt wird. Er liegt in der Zukunft.',
  },
  'control-without-measure': {
    status: 409,
    says: 'Zu diesem Beschluss gibt es keine Maßnahme, der sein Stand folgen könnte.',
  },
  'control-done': {
    status: 409,
    says: 'Der Beschluss ist als erledigt gemeldet. Bitte nehmen Sie ihn zuerst wieder auf.',
  },
  'control-measure-unknown': {
    status: 400,
    says: 'Eine gewählte Maßnahme gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'control-person-unknown': {
    status: 400,
    says: 'Diese Person hat kein Konto der Sozialplanung. Bitte wählen Sie jemand anderen.',
  },
  'control-has-history': {
    status: 409,
    says: 'Zu diesem Beschluss wurde schon berichtet. Bitte melden Sie ihn als erledigt, dann verlässt er die Kontrolle.',
  },
  'control-keeps-result': {
    status: 409,
    says: 'Der Beschluss steht unter Kontrolle. Bitte nehmen Sie ihn zuerst dort heraus.',
  },
} as const satisfies Problems;
