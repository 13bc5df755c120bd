import { resolve } from 'node:path';
import { readAddresses, readPersonName } from '@runder-tisch/domain/addresses';
import { findPersonalData } from '@runder-tisch/domain/feedback';
import { foldedName, nameCore } from '@runder-tisch/domain/imports';
import { visible } from '@runder-tisch/domain/text';
import { attacksOn, faultsOf, growsTooFast, type Pattern, patternsOf } from './patterns';

const workspace = resolve(__dirname, '../..');
const { literals, builders } = patternsOf(workspace);

/** The patterns a file puts together while it is loaded. */
function built(file: string): Pattern[] {
  const found: Pattern[] = [];
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, [source, flags]: [string | RegExp, string | undefined]) => {
      const made = new target(source, flags);
      found.push({ where: file, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    jest.isolateModules(() => void jest.requireActual(resolve(workspace, file)));
  } finally {
    globalThis.RegExp = Real;
  }
  return found;
}

describe('Patterns that read what people type, send or upload', () => {
  const all = [...literals, ...builders.flatMap(built)];

  it('are all looked at', () => {
    expect(all.length).toBeGreaterThan(250);
    const put = all.filter(({ where }) => builders.includes(where));
    expect(new Set(put.map(({ where }) => where))).toEqual(new Set(builders));
  });

  it('take no more than twice the time for twice the text, by their build', () => {
    const bad = all.flatMap((pattern) => {
      const faults = faultsOf(pattern);
      return faults.length > 0
        ? [`${pattern.where} /${pattern.source}/${pattern.flags}: ${faults.join(', ')}`]
        : [];
    });
    expect(bad).toEqual([]);
  });

  it('take no more than twice the time for twice the text, pumped', () => {
    // One whose build is bad already might not come to an end.
    const bad = all
      .filter((pattern) => faultsOf(pattern).length === 0)
      .flatMap((pattern) => {
        const search = new RegExp(pattern.source, pattern.flags);
        return attacksOn(pattern)
          .filter((text) => growsTooFast((length) => void text(length).replace(search, '')))
          .map((text) => `${pattern.where} /${pattern.source}/ on ${JSON.stringify(text(40))}`);
      });
    expect(bad).toEqual([]);
  });

  it.each([
    ['/\\s+$/', 'Move'],
    ['/^(a+)+$/', 'Self (exponential)'],
    ['/^\\w+\\d*!/', 'Trade'],
  ])('such as %s would be found', (written, fault) => {
    const source = written.slice(1, -1);
    expect(faultsOf({ where: '', source, flags: '' })).toContain(fault);
  });

  it('that are quadratic are found by pumping too', () => {
    const pattern = { where: '', source: '[^\\s@]+@[^\\s@]+\\.', flags: '' };
    const search = new RegExp(pattern.source);
    const found = attacksOn(pattern).some((text) => growsTooFast((length) => void search.test(text(length))));
    expect(found).toBe(true);
  });
});

describe('Readers of what people type', () => {
  const readers = { readAddresses, readPersonName, findPersonalData, foldedName, nameCore, visible };
  const pieces = [
    ...[
      'a@',
      'a@b.test ',
      'a@b.test,',
      '<a@',
      '"',
      '"a,',
      '(',
      '(a)',
      ';',
      '<a@b.test>',
      'mailto:',
      '\\"',
      "'",
    ],
    ...[
      'Dr.',
      'Dr. ',
      'von ',
      'a.',
      'A-',
      'A’',
      'Frau ',
      ', ',
      ' ',
      '\n',
      'Straße 1 ',
      '0 ',
      'Az 1-',
      '[',
      'xn--',
    ],
  ];

  it.each(Object.entries(readers))('take no more than twice the time for twice the text: %s', (_, read) => {
    const slow = pieces.filter((piece) =>
      growsTooFast((length) => void read(piece.repeat(length / piece.length))),
    );
    expect(slow).toEqual([]);
  });
});
