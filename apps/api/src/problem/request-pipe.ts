import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { constraintSays } from '@runder-tisch/domain/validation';
import { generalProblems } from '@runder-tisch/domain/problem';
import { visible } from '@runder-tisch/domain/text';
import { type FieldError, problem } from './problem';

/** Control characters but tab and line breaks, and halves of characters. */
const CONTROL_CHARACTERS = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u;
const MAX_DEPTH = 12;

/**
 * Checks body and query against the request class: unknown fields, wrong types and control characters
 * are refused with the path of the field. Text is kept as NFC and without signs that nobody sees (`visible`).
 */
@Injectable()
export class RequestPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom') return value;
    if (metadata.type === 'param')
      return typeof value === 'string' ? checkedText(value, metadata.data ?? '') : value;
    const RequestClass = metadata.metatype;
    // What pages written by the server are sent, they check themselves.
    if (!RequestClass || [String, Number, Boolean, Array, Object].includes(RequestClass as never))
      return eachText(value, '', visible);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw problem(generalProblems, 'malformed-request');
    const request = plainToInstance(RequestClass, eachText(value, '', checkedText), {
      enableImplicitConversion: metadata.type === 'query',
      exposeDefaultValues: true,
    }) as object;
    const errors = await validate(request, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    });
    if (errors.length)
      throw problem(
        generalProblems,
        'invalid-input',
        errors.flatMap((error) => fieldErrors(error, '')),
      );
    return request;
  }
}

/** A text as it is kept; refused with control characters. */
function checkedText(text: string, path: string): string {
  if (CONTROL_CHARACTERS.test(text)) {
    throw problem(generalProblems, 'invalid-input', [
      { path, code: 'control-characters', detail: 'Der Text enthält unlesbare Steuerzeichen.' },
    ]);
  }
  return visible(text);
}

/** The same value with every text in it as `take` gives it back; refuses bottomless nesting. */
function eachText(
  value: unknown,
  path: string,
  take: (text: string, path: string) => string,
  depth = 0,
): unknown {
  if (depth > MAX_DEPTH) throw problem(generalProblems, 'malformed-request');
  if (typeof value === 'string') return take(value, path);
  if (Array.isArray(value))
    return value.map((entry, index) => eachText(entry, `${path}.${index}`, take, depth + 1));
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => {
        const at = path ? `${path}.${key}` : key;
        // What makes request classes of plain objects asks these of every object and must not meet an entry of ours.
        if (key in Object.prototype) throw problem(generalProblems, 'invalid-input', [unknownField(at)]);
        return [key, eachText(entry, at, take, depth + 1)];
      }),
    );
  }
  return value;
}

function unknownField(path: string): FieldError {
  return { path, code: 'whitelistValidation', detail: constraintSays('whitelistValidation', []) };
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({
    path,
    code,
    detail: germanDetail(code, detail),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
}

/** Decorators written with a German message keep it; the library's English ones get ours. */
function germanDetail(code: string, detail: string): string {
  const isGerman = /^[A-ZÄÖÜ].*[.!?]$/.test(detail);
  if (isGerman) return detail;
  // The library's sentences name the limits, ours say them in German.
  return constraintSays(code, detail.match(/\d+/g)?.map(Number) ?? []);
}
