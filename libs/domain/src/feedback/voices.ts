/** For whom somebody speaks who gives a Hinweis by themselves. */
export const feedbackVoices = ['ORGANISATION', 'PERSONAL', 'UNNAMED'] as const;
export type FeedbackVoice = (typeof feedbackVoices)[number];

/** What stands beside the choice: exactly who will see what. Tests hold the product to these sentences. */
export const voiceChoices: Record<FeedbackVoice, { label: string; promise: string }> = {
  ORGANISATION: {
    label: 'Im Namen der Organisation',
    promise:
      'Die Sozialplanung sieht Ihre Organisation und Ihren Namen. Wer sonst noch für Ihre Organisation hier angemeldet ist, liest den geprüften Text und die Antwort mit.',
  },
  PERSONAL: {
    label: 'Persönliche Einschätzung',
    promise:
      'Die Sozialplanung sieht Ihren Namen, aber keine Organisation. Hinweis und Antwort lesen hier nur Sie, niemand sonst aus Ihrer Organisation.',
  },
  UNNAMED: {
    label: 'Ohne Nennung',
    promise:
      'Niemand sieht, von wem der Hinweis kommt, auch die Sozialplanung und die Administration nicht. Gespeichert werden nur der Text, der Tag und dass er von einem Träger kommt. Den Stand lesen Sie mit einem Code, den nur Sie bekommen.',
  },
};

/** In the line that says where a Hinweis comes from. */
export const feedbackVoiceLabels: Record<FeedbackVoice, string> = {
  ORGANISATION: 'im Namen der Organisation',
  PERSONAL: 'persönliche Einschätzung',
  UNNAMED: 'ohne Nennung',
};

/** Without the signs that are mistaken for each other when somebody copies them by hand: I, L, O, U, 0 and 1. */
export const VOICE_CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Twenty signs of thirty are 98 bits: nobody finds one by trying. */
export const VOICE_CODE_LENGTH = 20;

/** A code as somebody typed it, in any spelling, as it is stored; null if it cannot be one. */
export function readVoiceCode(typed: string): string | null {
  if (typed.length > 100) return null;
  const code = typed.toUpperCase().replace(/[\s–-]/g, '');
  const valid =
    code.length === VOICE_CODE_LENGTH && [...code].every((sign) => VOICE_CODE_SIGNS.includes(sign));
  return valid ? code : null;
}

/** In groups of four, as it is shown and printed. */
export function showVoiceCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Shown above the public form until the county writes its own words. */
export const defaultVoicesIntro =
  'Was fehlt in Ihrer Gemeinde, was läuft gut, was sollte anders werden? Schreiben Sie es uns. Sie brauchen kein Konto und müssen keinen Namen nennen. Jeder Hinweis wird gelesen, und Sie können jederzeit nachsehen, was daraus wurde.';

/** Somebody who writes needs at least this long. */
const SHORTEST_SECONDS = 3;
/** After this a form is too old; the text is kept and can be sent once more. */
const LONGEST_SECONDS = 24 * 3600;
const MOST_LINKS = 2;

export type FormRefusal = 'voice-form-again' | 'voice-form-links';

/**
 * Why a text of the public form is not taken, or null. `openSeconds` is the time since the form was shown, null if
 * its mark is missing or forged; `trap` is what stood in the field that only programs fill in.
 */
export function formRefusal(form: {
  text: string;
  trap: string;
  openSeconds: number | null;
}): FormRefusal | null {
  const { openSeconds } = form;
  if (form.trap !== '') return 'voice-form-again';
  if (openSeconds === null || openSeconds < SHORTEST_SECONDS || openSeconds > LONGEST_SECONDS)
    return 'voice-form-again';
  const links = form.text.match(/https?:\/\/|www\.|\[url/gi)?.length ?? 0;
  return links > MOST_LINKS ? 'voice-form-links' : null;
}
