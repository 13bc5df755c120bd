import { feedbackLimits, hinweisLineKind, type SessionFeedbackView } from '@runder-tisch/domain/feedback';
import { SaveSessionFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import type { LineOwner, OwnersShare, OwnersWords } from '../../meetings/running-meeting/record/line-owners';
import type { ShownLine } from '../../meetings/running-meeting/record/shown-line';
import { HinweisForm, type HinweisFields } from './hinweis-form';

interface HinweisShare extends OwnersShare, HinweisFields {
  feedbackNumber: string | null;
}

const unsaid: Omit<SessionFeedbackView, keyof OwnersWords> = {
  number: null,
  state: 'SESSION',
  text: '',
  speakerRole: '',
  person: null,
  organisation: null,
};

/** A Hinweis that is said while minutes are taken: its words go to the feedback area alone. */
export const hinweisLines = {
  kind: hinweisLineKind,
  label: 'Hinweis',
  slashWords: ['h', 'hinweis'],
  placeholder: 'Was wurde gesagt? Möglichst wörtlich.',
  limit: feedbackLimits.text,
  edge: 'var(--rt-seat)',
  blank: { speakerRole: '' } satisfies HinweisFields,
  form: HinweisForm,
  thoughHidden: 'Ein Hinweis von hier wird aber bearbeitet wie jeder andere.',
  onDevice: { change: 'hinweis', words: 'spoken' },
  addresses: { put: (id: string) => `/api/feedback/${id}`, all: '/api/feedback/of-session' },

  request(meetingId: string, { text, speakerRole }: ShownLine & HinweisFields): SaveSessionFeedback {
    return Object.assign(new SaveSessionFeedback(), { meetingId, text, speakerRole });
  },

  merge(words: SessionFeedbackView | undefined): HinweisShare {
    return {
      text: words?.text ?? '',
      speakerRole: words?.speakerRole ?? '',
      fixed: words?.state !== 'SESSION',
      feedbackNumber: words?.number ?? null,
    };
  },

  taken(
    before: SessionFeedbackView | undefined,
    { text, speakerRole }: SaveSessionFeedback,
    answer: OwnersWords,
  ): SessionFeedbackView {
    return { ...unsaid, ...before, ...answer, text, speakerRole };
  },

  read({ text, speakerRole, feedbackNumber }: ShownLine & HinweisShare) {
    const taken = ['Hinweis aufgenommen', feedbackNumber && `(${feedbackNumber})`].filter(Boolean).join(' ');
    return { text: text ? `„${text}“` : taken, isQuote: true, facts: speakerRole };
  },

  atTheEnd: (count: number) =>
    count === 1
      ? 'Der Hinweis wird eingereicht und kommt in die Prüfung.'
      : `Die ${count} Hinweise werden eingereicht und kommen in die Prüfung.`,
} satisfies LineOwner;
