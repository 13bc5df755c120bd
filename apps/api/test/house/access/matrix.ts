import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { OpenApi, type Operation, readAnswerSchemas } from '../../../src/open-data/openapi';
import { answerSchemasPath } from '../../../src/open-data/openapi.controller';
import { defaultMetadataStorage } from '../../../src/open-data/type-metadata';
import type { TestApp } from '../../test-app';
import type { AreaCanaries, Canary, Declaration, ForeignWorld } from './canary';

export function operationsOf(app: TestApp): Operation[] {
  return app.get(OpenApi).operations(readAnswerSchemas(answerSchemasPath()));
}

export const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method} ${path}`;

export function declarationsOf(canaries: readonly AreaCanaries[]): Map<string, Declaration> {
  return new Map(canaries.flatMap((area) => Object.entries(area.operations)));
}

interface Asked {
  operations: readonly Operation[];
  kinds: readonly { area: string; kind: string }[];
  canaries: readonly AreaCanaries[];
  /** Kinds of which there is a foreign object. */
  planted: readonly string[];
}

/** What the matrix could not try, each with what has to be added. */
export function undeclared({ operations, kinds, canaries, planted }: Asked): string[] {
  const declared = declarationsOf(canaries);
  const names = canaries.flatMap((area) => Object.keys(area.operations));
  return [
    ...kinds
      .filter(({ area }) => !canaries.some((it) => it.area === area))
      .map(
        ({ area }) => `The area ${area} has no canaries: add test/house/access/canaries/${area}.canary.ts.`,
      ),
    ...kinds
      .filter(({ kind }) => !planted.includes(kind))
      .map(
        ({ area, kind }) =>
          `The kind ${kind} has no foreign object: plant one in canaries/${area}.canary.ts.`,
      ),
    ...operations
      .filter((it) => !declared.has(nameOf(it)))
      .map((it) => `${nameOf(it)} (${it.id}) is tried by nobody: declare it in the canaries of its area.`),
    ...operations
      .filter((it) => it.parameters.length > 0 && it.path.startsWith('/api/'))
      .filter((it) => 'alone' in (declared.get(nameOf(it)) ?? {}))
      .map((it) => `${nameOf(it)} names an object in its path: say of which kind it is.`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `${name} is declared twice.`),
    ...names
      .filter((name) => !operations.some((it) => nameOf(it) === name))
      .map((name) => `${name} is declared and no operation: take it out of the canaries.`),
  ];
}

export function pathTo(operation: Operation, canary: Canary): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = canary[name];
    if (value === undefined) throw new Error(`${nameOf(operation)}: the object has no ${name}.`);
    return encodeURIComponent(value);
  });
}

/** Runs the work a few at a time: one server answers all of it. */
export async function atOnce<Item>(
  count: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: count }, lane));
}

interface QuerySchema {
  properties?: Record<string, { enum?: unknown[]; items?: { enum?: unknown[] } }>;
  required?: string[];
}

let kept: Record<string, object> | null = null;

function requestSchemas(): Record<string, object> {
  kept ??= validationMetadatasToSchemas({ classTransformerMetadataStorage: defaultMetadataStorage });
  return kept;
}

/** Every query an operation takes: what it demands, then each of the others by itself with every value it may have. */
export function queriesOf(
  operation: Operation,
  world: ForeignWorld,
  more: Readonly<Record<string, string>>,
): string[] {
  const schema = (operation.query ? requestSchemas()[operation.query] : undefined) as QuerySchema | undefined;
  const named = Object.entries(more).map(
    ([key, value]) =>
      [key, [value.replace(/\{(.+)\}/, (_, kind: string) => String(world.the(kind)['id']))]] as const,
  );
  const known = Object.entries(schema?.properties ?? {})
    // Behind which row a page begins is told by the page before it.
    .filter(([name]) => name !== 'after' && !(name in more))
    .map(
      ([name, { enum: values }]) => [name, values?.map(String) ?? [valueOf(operation, name, world)]] as const,
    );
  const required = known.filter(([name]) => schema?.required?.includes(name));
  const optional = known.filter(([name]) => !schema?.required?.includes(name));
  const demanded = [...named, ...required].reduce<Record<string, string>[]>(
    (sofar, [name, values]) => sofar.flatMap((query) => values.map((value) => ({ ...query, [name]: value }))),
    [{}],
  );
  return demanded.flatMap((query) => [
    written(query),
    ...optional.flatMap(([name, values]) => values.map((value) => written({ ...query, [name]: value }))),
  ]);
}

const written = (query: Record<string, string>): string => {
  const text = new URLSearchParams(query).toString();
  return text ? `?${text}` : '';
};

/** Words that find canaries, and the ids of what was planted. */
function valueOf(operation: Operation, name: string, world: ForeignWorld): string {
  const values: Record<string, () => string | number | undefined> = {
    search: () => 'Kanarien',
    q: () => 'Kanarien',
    name: () => 'Kanarienhaus',
    mail: () => 'fremde@kanarienpost.test',
    limit: () => 100,
    target: () => 'actors',
    objectKind: () => 'meeting',
    kind: () => 'meeting',
    objectId: () => world.the('meeting')['id'],
    batchId: () => world.the('dispatch')['id'],
    id: () => world.organisationId,
    of: () => world.organisationId,
    networkId: () => world.networkId,
    aboutId: () => world.networkId,
    organisationId: () => world.organisationId,
    personId: () => world.personId,
    meetingId: () => world.the('meeting')['id'],
    key: () => world.personId,
    likeId: () => world.the('feedback')['id'],
    formatId: () => world.the('format')['id'],
    typeId: () => world.the('format-type')['id'],
    fieldId: () => world.the('field-of-action')['id'],
    municipalityId: () => world.the('municipality')['id'],
    leadId: () => world.organisationId,
    recommendationId: () => world.the('recommendation')['id'],
    from: () => '2020-01-01',
    until: () => '2030-12-31',
    on: () => '2030-12-31',
    unit: () => 'Kanarienamt',
    columnsBefore: () => 0,
    digest: () => '0'.repeat(64),
    committeeId: () => world.the('committee')['id'],
    cycleId: () => world.the('cycle')['id'],
    agreementId: () => world.the('interface')['id'],
    planningAreaId: () => world.the('planning-area')['id'],
    feedbackId: () => world.the('feedback')['id'],
    textBlockId: () => world.the('text-block')['id'],
    groupId: () => world.the('feedback-group')['id'],
    findingId: () => world.the('finding')['id'],
    measureId: () => world.the('measure')['id'],
    priorityId: () => world.the('priority')['id'],
    year: () => 2026,
    sourceId: () => world.the('data-source')['id'],
    categoryId: () => world.the('service-category')['id'],
  };
  const value = values[name]?.();
  if (value === undefined)
    throw new Error(
      `${nameOf(operation)} takes ${name}: say in matrix.ts with which value it finds a foreign object.`,
    );
  return String(value);
}
