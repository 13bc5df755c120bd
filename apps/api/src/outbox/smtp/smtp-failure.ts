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
  command?: string;
  response?: string;
  responseCode?: number;
}

const ANSWER_MAX = 300;

/**
 * Before MAIL FROM was taken nothing is said about a mail: such an error pauses the server and counts for no
 * mail. From RCPT TO on, 5xx ends this mail after one attempt and everything else is tried again.
 */
export function smtpFailure(error: unknown, beganMessage: boolean): SmtpFailure {
  const { code = '', command = '', response, responseCode = 0, message = '' } = error as SmtpError;
  const answer = clean(response ?? message);
  const closing = responseCode === 421;
  if (!beganMessage || code === 'EAUTH' || command.startsWith('AUTH') || responseCode === 530) {
    return new SmtpFailure('server', false, serverSays(code, responseCode, answer), true);
  }
  if (responseCode >= 400 && responseCode < 500 && command === 'MAIL FROM') {
    return new SmtpFailure('server', false, `Der Mailserver nimmt gerade nichts an: ${answer}`, true);
  }
  if (responseCode >= 500) {
    return new SmtpFailure('message', true, `Der Mailserver lehnt ab: ${answer}`);
  }
  if (code === 'EMESSAGE') {
    return new SmtpFailure('message', true, 'Die Mail ist für diesen Mailserver zu groß.');
  }
  if (responseCode >= 400) {
    return new SmtpFailure(
      'message',
      false,
      `Der Mailserver bittet um einen späteren Versuch: ${answer}`,
      closing,
    );
  }
  return new SmtpFailure(
    'message',
    false,
    'Die Verbindung zum Mailserver brach ab, die Mail wird noch einmal geschickt.',
  );
}

function serverSays(code: string, responseCode: number, answer: string): string {
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535) {
    return `Der Mailserver nimmt die Anmeldung nicht an: ${answer}`;
  }
  if (responseCode > 0) {
    return `Der Mailserver nimmt gerade nichts an: ${answer}`;
  }
  if (code === 'ETIMEDOUT') {
    return 'Der Mailserver antwortet nicht.';
  }
  if (code === 'ETLS') {
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
