import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import ts from 'typescript';

/** A regular expression and where it stands. */
export interface Pattern {
  where: string;
  source: string;
  flags: string;
}

/** Where what people type, send or upload is read. */
const SOURCES = '{libs/{domain,drawing,ui}/src,apps/{api,web}/src}/**/*.ts';

/**
 * Every pattern of the sources by the compiler's own reading of them, and the files that put further ones together
 * with `new RegExp` as they are loaded.
 */
export function patternsOf(workspace: string): { literals: Pattern[]; builders: string[] } {
  const literals: Pattern[] = [];
  const builders = new Set<string>();
  for (const file of globSync(SOURCES, { cwd: workspace, exclude: ['**/*.spec.ts'] })) {
    const parsed = ts.createSourceFile(
      file,
      readFileSync(join(workspace, file), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const { line } = parsed.getLineAndCharacterOfPosition(node.getStart(parsed));
        literals.push({
          where: `${file}:${line + 1}`,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        });
      }
      if (ts.isNewExpression(node) && node.expression.getText(parsed) === 'RegExp') builders.add(file);
      ts.forEachChild(node, visit);
    };
    visit(parsed);
  }
  return { literals, builders: [...builders] };
}

/**
 * What makes a pattern worse than linear: two repetitions that can share a text ("Trade"), one that can share it with
 * itself ("Self"), or a search that reads it again from each place ("Move").
 */
export function faultsOf({ source, flags }: Pattern): string[] {
  return analyse({ source, flags }).reports.map(({ type, exponential }) =>
    exponential ? `${type} (exponential)` : type,
  );
}

/**
 * Texts that make a backtracking engine work, by their length: each piece the pattern repeats, and each two of the
 * signs it names, again and again, ended by a sign that nothing takes.
 */
export function attacksOn({ source, flags }: Pattern): ((length: number) => string)[] {
  const mode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  const root = new RegExpParser().parsePattern(source, 0, source.length, mode as { unicode?: false });
  const example = exampleOf(flags);
  const pieces = new Set([' ', 'a', '0', '\n', 'Aa ']);
  const signs = new Set<string>();
  visitRegExpAST(root, {
    onQuantifierEnter: (node) => void pieces.add(example(node.element)),
    onAlternativeEnter: (node) => void pieces.add(example(node)),
    onCharacterEnter: (node) => void signs.add(example(node)),
    onCharacterSetEnter: (node) => void signs.add(example(node)),
  });
  const few = [...signs].slice(0, 6);
  for (const one of few) for (const other of few) pieces.add(one + other);
  const begin = example(root.alternatives[0] ?? root);
  return [...pieces]
    .filter((piece) => piece !== '')
    .flatMap((piece) =>
      ['', begin].map(
        (start) => (length: number) => `${start}${piece.repeat(Math.ceil(length / piece.length))}\u0001`,
      ),
    );
}

const CANDIDATES = [
  'a',
  'A',
  '0',
  ' ',
  '-',
  '.',
  '\n',
  'ä',
  'Ä',
  '_',
  '@',
  '"',
  '<',
  ..."!#$%&'()*+,/:;=>?[\\]^`{|}~\0",
];

/** A short text that a part of a pattern takes. */
function exampleOf(flags: string): (node: AST.Node) => string {
  const plain = flags.replace(/[gy]/g, '');
  const example = (node: AST.Node): string => {
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives[0] ? example(node.alternatives[0]) : '';
      case 'Alternative':
        return node.elements.map(example).join('');
      case 'Quantifier':
        return example(node.element).repeat(Math.max(node.min, 1));
      case 'Character':
        return String.fromCodePoint(node.value);
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass': {
        const fits = new RegExp(`^(?:${node.raw})$`, plain);
        return CANDIDATES.find((candidate) => fits.test(candidate)) ?? '';
      }
      default:
        return '';
    }
  };
  return example;
}

/** On four times the text a linear work takes four times as long, a quadratic one sixteen times. */
const LINEAR_MOST = 10;
const LENGTH = 4_000;
/** Milliseconds; what is over sooner on 16,000 characters is not quadratic. */
const SEEN = 10;

/**
 * Whether a work takes disproportionately longer on four times the text, as often as it is looked at: a busy machine
 * makes one look wrong, not three.
 * @param work done with a text of the given length
 */
export function growsTooFast(work: (length: number) => void): boolean {
  return [1, 2, 3].every(() => {
    const longer = fastest(() => work(LENGTH * 4));
    return (
      longer >= SEEN &&
      longer >
        LINEAR_MOST *
          Math.max(
            fastest(() => work(LENGTH)),
            SEEN / 16,
          )
    );
  });
}

/** The best of some attempts in time of the processor: what other processes take is no work of this one. */
function fastest(work: () => void): number {
  let best = Infinity;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
    if (best < SEEN / 16 || best > SEEN * 10) break;
  }
  return best;
}
