/** A day as requests carry it; whether the month has it is the database's to say. */
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const NO_DAY = { message: 'Das ist kein gültiges Datum.' };
