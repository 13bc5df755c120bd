import type { StatementPlan } from './plans';
import type { PageFigures } from './measure/page-times';
import type { RowFigures, TargetFigures, TargetName } from './measure/rounds';
import { targetNames } from './measure/rounds';

export interface Report {
  at: string;
  commit: string;
  versions: { node: string; postgres: string };
  machine: { cpus: number; model: string; load: number };
  plan: { rounds: number; seconds: number; connections: number; scale: number };
  counts: Record<string, number>;
  hashes: Record<string, string>;
  statements: Record<string, number>;
  rows: RowFigures[];
  pages: PageFigures[];
}

const names: Record<TargetName, string> = {
  product: 'Produkt',
  ceiling: 'Decke (Fastify + pg)',
  bare: 'nur die Anweisung (pg)',
};
const verdicts = { reached: 'erreicht', short: 'verfehlt', open: 'offen' };

const number = (value: number | null, digits = 1): string =>
  value === null || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The figures as tables: one for the goals, one with everything that was measured. */
export function asMarkdown(report: Report): string {
  const { plan, machine, versions } = report;
  return [
    `Gemessen am ${report.at.slice(0, 10)}, Stand \`${report.commit}\`: ${machine.cpus} Kerne (${machine.model}), Last vor Beginn ${number(machine.load)},`,
    `Node ${versions.node}, PostgreSQL ${versions.postgres}; ${plan.rounds} Runden je ${number(plan.seconds, 0)} s, ${plan.connections} Verbindungen;`,
    `${(report.counts['organisation'] ?? 0).toLocaleString('de-DE')} Organisationen, ${(report.counts['invitation'] ?? 0).toLocaleString('de-DE')} Einladungen.`,
    '',
    '| Zeile | Anteil an der Decke (95 %) | Ziel | | nach CPU | p50 | Ziel | Anweisungen |',
    '|---|---|---|---|---|---|---|---|',
    ...report.rows.map((row) => goalLine(row, report.statements[row.row] ?? 0)),
    '',
    '| Zeile | | Anfragen/s | p50 ms | p99 ms | CPU Node ms | CPU PostgreSQL ms | Speicher MB | Anfragen |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|',
    ...report.rows.flatMap((row) => targetNames.map((name) => figureLine(row, name, row.targets[name]))),
    ...(report.pages.length > 0 ? pageTable(report) : []),
  ].join('\n');
}

/** What stands between Hinweis and Maßnahme; a page is there when its last answer is. */
function pageTable({ pages, counts }: Report): string[] {
  const count = (table: string): string => (counts[table] ?? 0).toLocaleString('de-DE');
  return [
    '',
    `Seiten der Planung, ohne Decke: ${count('feedback')} Hinweise, ${count('finding')} Befunde, ${count('recommendation')} Empfehlungen, ${count('measure')} Maßnahmen, ${links(counts).toLocaleString('de-DE')} Verknüpfungen. „Anfragen“: so viele stellt eine Seite nacheinander.`,
    '',
    '| Seite | | p50 ms | Ziel | p99 ms | Ziel | | Anfragen | je Anfrage p50 ms | p99 ms | CPU Node ms | CPU PostgreSQL ms | gesehen |',
    '|---|---|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|',
    ...pages.map(
      (it) =>
        `| ${it.page} | ${it.title} | ${number(it.p50)} | ≤ ${it.half} | ${number(it.p99)} | ≤ ${it.most} | ${it.p50 <= it.half && it.p99 <= it.most ? 'erreicht' : 'verfehlt'} | ${it.requests} | ${number(it.requestP50)} | ${number(it.requestP99)} | ${number(it.nodeCpu, 2)} | ${number(it.postgresCpu, 2)} | ${number(it.pages, 0)} |`,
    ),
  ];
}

const LINKS = [
  'argument_feedback',
  'finding_evidence',
  'priority_finding',
  'recommendation_priority',
  'recommendation_decision',
  'measure_recommendation',
];
const links = (counts: Record<string, number>): number =>
  LINKS.reduce((sum, table) => sum + (counts[table] ?? 0), 0);

function goalLine(row: RowFigures, statements: number): string {
  const { median, low, high } = row.ofCeiling;
  const share = `**${number(median, 2)}** (${number(low, 2)}–${number(high, 2)})`;
  const verdict = row.invalid ? 'ungültig: schneller als die Anweisung allein' : verdicts[row.verdict];
  return `| ${row.title} | ${share} | ≥ ${number(row.goal, 1)} | ${verdict} | ${number(row.byCpu, 2)} | ${number(row.targets.product.p50)} ms | ≤ ${row.absolute} ms | ${statements} |`;
}

function figureLine(row: RowFigures, name: TargetName, it: TargetFigures): string {
  const cells = [
    number(it.perSecond, 0),
    number(it.p50),
    number(it.p99),
    number(it.nodeCpu, 2),
    number(it.postgresCpu, 2),
    number(it.memory, 0),
    number(it.requests, 0),
  ];
  return `| ${name === 'product' ? row.row : ''} | ${names[name]} | ${cells.join(' | ')} |`;
}

export function plansAsMarkdown(plans: readonly StatementPlan[], counts: Record<string, number>): string {
  const size = `${(counts['organisation'] ?? 0).toLocaleString('de-DE')} Organisationen, ${(counts['invitation'] ?? 0).toLocaleString('de-DE')} Einladungen`;
  return [
    `Zehnfache Größe: ${size}. Ohne die Schritte, die nur eine Transaktion beginnen oder benennen.`,
    ...plans.map(({ row, statement, text, plan, milliseconds }) =>
      [
        '',
        `### ${row} ${statement + 1}: ${number(milliseconds, 2)} ms`,
        '',
        `<details><summary>Anweisung</summary>\n\n\`\`\`sql\n${text.trim().replace(/\n\s*/g, '\n')}\n\`\`\`\n\n</details>`,
        '',
        '```',
        plan,
        '```',
      ].join('\n'),
    ),
  ].join('\n');
}

/** Puts `text` between two marks of a document and leaves everything else as it is. */
export function between(document: string, mark: string, text: string): string {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document has no place for „${mark}“.`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}
