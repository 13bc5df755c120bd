/**
 * The German sentence for a broken rule of a request class, by the rule's name and its values. A decorator
 * with its own message keeps that; this is for the others.
 */
export function constraintSays(name: string, values: readonly unknown[] = []): string {
  const [first, second] = values;
  switch (name) {
    case 'isNotEmpty':
    case 'isDefined':
      return 'Bitte ausfüllen.';
    case 'minLength':
      return Number(first) <= 1 ? 'Bitte ausfüllen.' : `Bitte mindestens ${count(first)} Zeichen angeben.`;
    case 'maxLength':
      return `Bitte auf höchstens ${count(first)} Zeichen kürzen.`;
    case 'isLength':
      return `Bitte zwischen ${count(first)} und ${count(second)} Zeichen angeben.`;
    case 'min':
      return `Der Wert muss mindestens ${count(first)} sein.`;
    case 'max':
      return `Der Wert darf höchstens ${count(first)} sein.`;
    case 'arrayNotEmpty':
      return 'Bitte wählen Sie mindestens einen Eintrag.';
    case 'arrayMinSize':
      return `Bitte wählen Sie mindestens ${count(first)}.`;
    case 'arrayMaxSize':
      return `Bitte wählen Sie höchstens ${count(first)}.`;
    case 'arrayUnique':
      return 'Ein Eintrag kommt doppelt vor.';
    default:
      return sentences[name] ?? 'Bitte prüfen Sie diese Angabe.';
  }
}

const sentences: Readonly<Record<string, string>> = {
  whitelistValidation: 'Dieses Feld gibt es nicht.',
  isString: 'Hier wird Text erwartet.',
  isEmail: 'Das ist keine gültige Mailadresse.',
  isUrl: 'Das ist keine gültige Webadresse.',
  isUuid: 'Bitte wählen Sie einen Eintrag aus der Liste.',
  isIn: 'Bitte wählen Sie einen der angebotenen Werte.',
  isEnum: 'Bitte wählen Sie einen der angebotenen Werte.',
  isBoolean: 'Hier wird Ja oder Nein erwartet.',
  isInt: 'Hier wird eine ganze Zahl erwartet.',
  isNumber: 'Hier wird eine Zahl erwartet.',
  isArray: 'Hier wird eine Liste erwartet.',
  isDateString: 'Das ist kein gültiges Datum.',
  isISO8601: 'Das ist kein gültiges Datum.',
  isIso8601: 'Das ist kein gültiges Datum.',
  matches: 'Diese Angabe hat nicht die erwartete Form.',
  isObject: 'Diese Angabe hat nicht die erwartete Form.',
  nestedValidation: 'Diese Angabe hat nicht die erwartete Form.',
};

function count(value: unknown): string {
  return new Intl.NumberFormat('de-DE').format(Number(value));
}
