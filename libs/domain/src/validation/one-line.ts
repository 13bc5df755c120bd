import { Matches } from 'class-validator';

/** Names and titles stand in headers of mails, which a line break would end; it may be empty. */
export function OneLine({ each = false } = {}): PropertyDecorator {
  return Matches(/^[^\r\n\t]*$/, { each, message: 'Bitte ohne Zeilenumbruch schreiben.' });
}

/** The same, and blanks alone are no name; whether it may be empty says `MinLength`. */
export function WordsInOneLine(message: string): PropertyDecorator {
  return Matches(/^([^\S\r\n\t]*\S[^\r\n\t]*)?$/, { message });
}
