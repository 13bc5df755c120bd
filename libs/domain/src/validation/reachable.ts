import { IsEmail, IsUrl, Matches, MaxLength, ValidateIf } from 'class-validator';

/** A mail address, or nothing. */
export function MailOrNone(longest: number): PropertyDecorator {
  return orNone(IsEmail({}, { message: 'Das ist keine gültige Mailadresse.' }), MaxLength(longest));
}

/** The address of a page, or nothing. */
export function WebAddressOrNone(longest: number): PropertyDecorator {
  return orNone(
    IsUrl(
      { protocols: ['http', 'https'], require_protocol: true },
      { message: 'Bitte mit https:// beginnen.' },
    ),
    MaxLength(longest),
  );
}

/** Five digits, or nothing. */
export function PostalCode(): PropertyDecorator {
  return Matches(/^(\d{5})?$/, { message: 'Die Postleitzahl hat fünf Ziffern.' });
}

function orNone(...rules: PropertyDecorator[]): PropertyDecorator {
  const all = [ValidateIf((_request, value) => value !== ''), ...rules];
  return (target, property) => {
    for (const rule of all) rule(target, property);
  };
}
