import ts from 'typescript';

/** A place where the API refuses: `throw problem(…)`, or what a function of refusals answers. */
export interface Guard {
  /** Where it stands among the guards of its file. */
  place: number;
  /** Line of the throw, from 1. */
  line: number;
  /** The throw with its condition, on one line: what one reads to know the rule. */
  code: string;
  /** Where the throw begins and ends in the text. */
  start: number;
  end: number;
}

/** What breaks is no refusal: `new Error`, and an error that is only handed on. */
const BROKEN = /Error$/;

/** The guards of one file, in the order of its text. */
export function findGuards(text: string): Guard[] {
  if (!text.includes('throw ')) return [];
  const source = ts.createSourceFile('guards.ts', text, ts.ScriptTarget.Latest, true);
  const guards: Guard[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && refuses(node.expression)) {
      const start = node.getStart();
      guards.push({
        place: guards.length,
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        code: withCondition(node),
        start,
        end: node.end,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return guards;
}

/** The same text with each guard asking `rtGuardStands` first; no line moves. */
export function withSwitches(text: string, path: string): string {
  return findGuards(text).reduceRight((all, { place, start, end }) => {
    const stands = `globalThis.rtGuardStands(${JSON.stringify(guardId(path, place))})`;
    return `${all.slice(0, start)}{ if (${stands}) ${all.slice(start, end)} }${all.slice(end)}`;
  }, text);
}

export function guardId(path: string, place: number): string {
  return `${path}#${place}`;
}

function refuses(thrown: ts.Expression): boolean {
  if (ts.isCallExpression(thrown)) return true;
  if (ts.isNewExpression(thrown)) return !BROKEN.test(thrown.expression.getText());
  if (ts.isConditionalExpression(thrown)) return refuses(thrown.whenTrue) && refuses(thrown.whenFalse);
  return ts.isBinaryExpression(thrown) && refuses(thrown.left) && refuses(thrown.right);
}

function withCondition(node: ts.ThrowStatement): string {
  const outer = ts.isBlock(node.parent) && node.parent.statements.length === 1 ? node.parent : node;
  const words = node.getText().replaceAll(/\s+/g, ' ');
  if (!ts.isIfStatement(outer.parent)) return words;
  const condition = outer.parent.expression.getText().replaceAll(/\s+/g, ' ');
  return outer.parent.thenStatement === outer
    ? `if (${condition}) ${words}`
    : `if not (${condition}) ${words}`;
}
