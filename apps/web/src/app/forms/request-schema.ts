import type { StandardSchemaV1 } from '@standard-schema/spec';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { constraintSays } from '@runder-tisch/domain/validation';

export type RequestClass<T extends object> = new () => T;

/** What a form holds of a request: a control cannot hold null, so an empty text stands for it. */
export type FormModel<T> = {
  [K in keyof T]: T[K] extends string | null ? string : T[K] extends string | undefined ? string : T[K];
};

/** Where the broken rule sits and what it says in German. */
export interface Issue {
  path: PropertyKey[];
  message: string;
}

/** Which fields want an answer and how long texts may be, read from the request class itself. */
export interface FieldFacts {
  required: boolean;
  maxLength: number | undefined;
}

/** Fields whose nothing is null: an empty text in the form becomes null in the request. */
function nullable<T extends object>(requestClass: RequestClass<T>): Set<string> {
  return new Set(Object.entries(new requestClass()).flatMap(([key, value]) => (value === null ? [key] : [])));
}

/** The form's first value: the defaults of the request class with what is known already. */
export function formModel<T extends object>(
  requestClass: RequestClass<T>,
  initial: Partial<T>,
): FormModel<T> {
  const whole = { ...new requestClass(), ...initial };
  const filled = Object.entries(whole).map(([key, value]) => [key, value ?? '']);
  return Object.fromEntries(filled) as FormModel<T>;
}

/** The request as the API takes it: texts without blanks around them, nothing as null. */
export function asRequest<T extends object>(requestClass: RequestClass<T>, model: FormModel<T>): T {
  const canBeNull = nullable(requestClass);
  const entries = Object.entries(model).map(([key, value]) => {
    const trimmed: unknown = typeof value === 'string' ? value.trim() : value;
    return [key, trimmed === '' && canBeNull.has(key) ? null : trimmed];
  });
  return Object.fromEntries(entries) as T;
}

/** The same rules as the API's, for Angular's `validateStandardSchema`. */
export function requestSchema<T extends object>(
  requestClass: RequestClass<T>,
): StandardSchemaV1<FormModel<T>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'runder-tisch',
      validate: (value) => {
        const issues = issuesOf(requestClass, asRequest(requestClass, value as FormModel<T>));
        return issues.length ? { issues } : { value: value as FormModel<T> };
      },
    },
  };
}

export function issuesOf<T extends object>(requestClass: RequestClass<T>, request: T): Issue[] {
  const instance = plainToInstance(requestClass, request);
  return validateSync(instance, { forbidUnknownValues: true }).flatMap((error) => issuesFrom(error, []));
}

function issuesFrom(error: ValidationError, parent: PropertyKey[]): Issue[] {
  const path = [...parent, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
  // One sentence at a time: the last decorator written is checked first, the first one says most.
  const own = Object.entries(error.constraints ?? {})
    .slice(-1)
    .map(([name, text]) => ({ path, message: sentence(error, name, text) }));
  return [...own, ...(error.children ?? []).flatMap((child) => issuesFrom(child, path))];
}

function sentence(error: ValidationError, name: string, text: string): string {
  const written = /^[A-ZÄÖÜ„].*[.!?]$/.test(text);
  if (written) return text;
  const rule = rulesOf(error.target?.constructor).find(
    (it) => it.propertyName === error.property && (it.name ?? it.type) === name,
  );
  return constraintSays(name, rule?.constraints ?? []);
}

function rulesOf(target: unknown) {
  if (typeof target !== 'function') return [];
  return getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
}

/** A field is required where the class refuses it empty. */
export function factsOf<T extends object>(requestClass: RequestClass<T>): Map<string, FieldFacts> {
  const defaults = Object.entries(new requestClass());
  const empty = Object.fromEntries(defaults.map(([key, value]) => [key, emptyLike(value)]));
  const refused = new Set(issuesOf(requestClass, empty as T).map((issue) => issue.path[0]));
  const rules = rulesOf(requestClass);
  return new Map(
    defaults.map(([key]) => {
      const longest = rules.find(
        (rule) => rule.propertyName === key && rule.name === 'maxLength' && !rule.each,
      );
      const limit: unknown = longest?.constraints[0];
      return [key, { required: refused.has(key), maxLength: typeof limit === 'number' ? limit : undefined }];
    }),
  );
}

function emptyLike(value: unknown): unknown {
  if (typeof value === 'string') return '';
  return Array.isArray(value) ? [] : value;
}
