/** What went wrong on the way to the mail server, sorted by what to do about it. */
export class SmtpFailure extends Error {
  constructor(
    /** `server`: nothing leaves just now; `message`: this mail alone is concerned. */
    readonly concerns: 'server' | 'message',
    readonly permanent: boolean,
    /** The German sentence the coordinator reads. */
    readonly says: string,
    /** The server asked to be left alone, whatever mail it was. */
    readonly closing = false,
  ) {
    super(says);
  }
}

interface SmtpError {
  message?: string;
  code?: string;
  /** What Node called it, where the library gave it another name. */
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

const ANSWER_MAX = 300;
/** The codes of Node for a certificate or a handshake that does not hold. */
const NO_TRUST = /CERT|SSL|TLS|EPROTO|LEAF_SIGNATURE|INVALID_CA/;
/** Only the answer to one of these is about the mail; words that come at another time say nothing about it. */
const ABOUT_THE_MAIL: readonly string[] = ['MAIL FROM', 'RCPT TO', 'DATA'];

/**
 * Before MAIL FROM was taken nothing is said about a mail: such an error pauses the server and counts for no
 * mail. From then on the first digit of the server's answer decides, whatever the library calls the error:
 * 5xx ends this mail after one attempt, everything else is tried again.
 */
export function smtpFailure(error: unknown, beganMessage: boolean): SmtpFailure {
  const { code = '', command = '', response, responseCode = 0, message = '' } = error as SmtpError;
  const answer = clean(response ?? message);
  if (code === 'ESTREAM')
    return new SmtpFailure('server', false, 'Die Anlagen ließen sich gerade nicht lesen.', true);
  const temporary = responseCode >= 400 && responseCode < 500;
  const permanent = responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.includes(command);
  const wantsSignIn = permanent && responseCode === 530 && command !== 'DATA';
  if (!beganMessage || wantsSignIn) {
    return new SmtpFailure('server', false, serverSays(error as SmtpError, answer), true);
  }
  if (temporary && command === 'MAIL FROM') {
    return new SmtpFailure('server', false, `Der Mailserver nimmt gerade nichts an: ${answer}`, true);
  }
  if (permanent) {
    return new SmtpFailure('message', true, `Der Mailserver lehnt ab: ${answer}`);
  }
  if (temporary) {
    return new SmtpFailure(
      'message',
      false,
      `Der Mailserver bittet um einen späteren Versuch: ${answer}`,
      responseCode === 421,
    );
  }
  return new SmtpFailure(
    'message',
    false,
    code === 'ETIMEDOUT' ? 'Der Mailserver antwortet nicht.' : 'Die Verbindung zum Mailserver brach ab.',
  );
}

function serverSays({ code = '', originalCode = '', responseCode = 0 }: SmtpError, answer: string): string {
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535) {
    return `Der Mailserver nimmt die Anmeldung nicht an: ${answer}`;
  }
  if (responseCode > 0) {
    return `Der Mailserver nimmt gerade nichts an: ${answer}`;
  }
  if (code === 'ETIMEDOUT') {
    return 'Der Mailserver antwortet nicht.';
  }
  if (code === 'ETLS' || NO_TRUST.test(originalCode)) {
    return 'Die verschlüsselte Verbindung zum Mailserver kam nicht zustande.';
  }
  return 'Der Mailserver ist nicht erreichbar.';
}

function clean(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, ANSWER_MAX);
}
