import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A call somebody wrote: `*` in its path stands for a value. */
export interface Call {
  method: string;
  path: string;
  file: string;
}

interface Source {
  file: string;
  text: string;
}

/** The words with which pages call, by what they send. */
const methods: Record<string, string> = {
  create: 'POST',
  act: 'POST',
  knock: 'POST',
  post: 'POST',
  change: 'PUT',
  put: 'PUT',
  remove: 'DELETE',
  delete: 'DELETE',
  get: 'GET',
  ask: 'GET',
  httpResource: 'GET',
  keptObject: 'GET',
  pagedList: 'GET',
  keptList: 'GET',
};
/** Buttons of Heute and owners of lines of minutes write down what others call. */
const handedOver = /\b(post|undo|put): (?:\(\w+: string\) => )?$/;
const words = Object.keys(methods).join('|');
const callBefore = new RegExp(`\\b(${words})(?:<[^()]*>)?\\(\\s*(?:\\(\\)\\s*=>\\s*)?$`);
const anyCall = new RegExp(`\\.(${words})(?:<[^()]*>)?\\(`, 'g');

/** A file that hands its list to `kept-list` is written as if it called what stands there. */
const LIST = '/api/(list)';

export function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** Every call of the API in these files, read from their text. */
export function callsIn(files: readonly Source[]): Call[] {
  const calls = files.flatMap(({ file, text }) => callsOf(file, filledIn(text)));
  const ofLists = calls.filter((it) => it.path.startsWith(LIST));
  const lists = files.flatMap(({ text }) => [
    ...named(text, /keptList<\w+>\('(\/api\/[\w-]+)'\)/g, 'kept-list-data'),
    ...named(text, /(?:<rt-quick-add[^>]*|\s)path="(\/api\/[\w-]+)"/g, 'kept-entry-form', 'quick-add'),
  ]);
  return [
    ...calls.filter((it) => !it.path.startsWith(LIST)),
    ...lists.flatMap(({ path, by }) =>
      ofLists
        .filter((it) => by.some((name) => it.file.includes(name)))
        .map((it) => ({ ...it, path: it.path.replace(LIST, path) })),
    ),
  ];
}

function named(text: string, pattern: RegExp, ...by: string[]): { path: string; by: string[] }[] {
  return [...text.matchAll(pattern)].map((found) => ({ path: found[1] ?? '', by }));
}

/** Without comments; paths kept in a constant stand where they are used, sums are templates, the path of a list is one. */
function filledIn(text: string): string {
  const constants = [...text.matchAll(/const path = (`\/api\/[^`]*`);/g)];
  const constant = constants.length === 1 ? (constants[0]?.[1] ?? '') : `\`${LIST}\``;
  return (
    text
      .replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '')
      // The object whose id stands in the address of its page.
      .replaceAll(/objectOfRoute\('(\/api\/[\w-]+)'\)/g, 'keptObject(`$1/${id}`)')
      .replaceAll(/' \+ [\w.()?]+ \+ '/g, '*')
      .replaceAll('${path}', constant.slice(1, -1))
      .replaceAll('${this.path()}', LIST)
      .replaceAll(/(?<=httpResource<[\w<>]+>\(\(\) => )path(?=\))/g, constant)
      .replaceAll(/(?<=api\.create\()this\.path\(\)/g, constant)
      .replaceAll(/(?<=\.(?:create|act|change|put|post)(?:<[^()]*>)?\()path(?=,)/g, constant)
  );
}

function callsOf(file: string, text: string): Call[] {
  const used = new Set([
    ...[...text.matchAll(anyCall)].map((found) => methods[found[1] ?? ''] ?? 'GET'),
    // A resource that sends what stands in a form names its method itself.
    ...[...text.matchAll(/\bmethod: '([A-Z]+)'/g)].map((found) => found[1] ?? ''),
  ]);
  return [...text.matchAll(/(?<=['"`])\/api\/(?=[\w$(*])/g)].flatMap(({ index }) => {
    const quote = text[index - 1] ?? '';
    const [, word] = callBefore.exec(text.slice(Math.max(0, index - 160), index - 1)) ?? [];
    // A path that is handed on may be called in every way its file calls at all.
    const [, name] = handedOver.exec(text.slice(Math.max(0, index - 40), index - 1)) ?? [];
    const sent = name ? [methods[name] ?? 'POST'] : word ? [methods[word] ?? ''] : ['GET', ...used];
    return pathsFrom(text, index, quote).flatMap((path) => sent.map((method) => ({ method, path, file })));
  });
}

/** The path written from here to the quote; where a template chooses between words, one path for each. */
function pathsFrom(text: string, start: number, quote: string): string[] {
  let paths = [''];
  for (let at = start; at < text.length && text[at] !== quote; at += 1) {
    if (quote === '`' && text.startsWith('${', at)) {
      const end = closing(text, at + 1);
      const choices = [...text.slice(at, end).matchAll(/'([\w-]+)'/g)].map((found) => found[1] ?? '');
      paths = paths.flatMap((path) => (choices.length > 0 ? choices : ['*']).map((it) => path + it));
      at = end;
    } else paths = paths.map((path) => path + text[at]);
  }
  return paths.map((path) => path.replace(/\?.*/, ''));
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && (depth -= 1) === 0) return at;
  }
  return text.length;
}

/** Whether a written path can lead to this operation: a value fills `{…}`, and a verb if its word is written anywhere. */
export function leadsTo(
  call: Call,
  operation: { method: string; path: string },
  written: (word: string) => boolean,
): boolean {
  if (call.method !== operation.method) return false;
  const wanted = operation.path.split('/');
  const parts = call.path.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => {
      const given = parts[index] ?? '';
      if (part.startsWith('{')) return given.includes('*');
      if (!given.includes('*')) return given === part;
      const [before = '', after = ''] = given.split('*');
      return (
        part.startsWith(before) &&
        part.endsWith(after) &&
        written(part.slice(before.length, part.length - after.length))
      );
    })
  );
}
