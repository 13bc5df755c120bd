import { Transform } from 'class-transformer';
import { IsUrl, Matches, MaxLength, ValidateBy, ValidateIf } from 'class-validator';
import { isMailAddress, mailAddress } from '../addresses/mail-address';

/** A mail address as every reader of addresses takes it; kept with its domain in one form (`mailAddress`). */
export function MailAddress(longest: number): PropertyDecorator {
  return together(MaxLength(longest), isMail, inOneForm);
}

/** A mail address, or nothing. */
export function MailOrNone(longest: number): PropertyDecorator {
  return together(orNone(isMail, MaxLength(longest)), inOneForm);
}

/** By the name of class-validator's own rule, which the description of the API knows. */
const isMail = ValidateBy(
  {
    name: 'isEmail',
    validator: { validate: (value: unknown) => typeof value === 'string' && isMailAddress(value) },
  },
  { message: 'Das ist keine gültige Mailadresse.' },
);

const inOneForm = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? mailAddress(value) : value,
);

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
  return Matches(/^(\d{5})?$/, { message: ({ value }) => postalCodeSays(value) });
}

/** Tables and habit drop a leading zero: four digits are most likely such a one. */
function postalCodeSays(value: unknown): string {
  const rule = 'Die Postleitzahl hat fünf Ziffern';
  if (typeof value !== 'string' || !/^\d+$/.test(value)) return `${rule}.`;
  if (/^[1-9]\d{3}$/.test(value)) return `${rule}. Meinten Sie 0${value}?`;
  return `${rule}, hier ${value.length === 1 ? 'steht eine' : `stehen ${value.length}`}.`;
}

function orNone(...rules: PropertyDecorator[]): PropertyDecorator {
  return together(
    ValidateIf((_request, value) => value !== ''),
    ...rules,
  );
}

function together(...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}
