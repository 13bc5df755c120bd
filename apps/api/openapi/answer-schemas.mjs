import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const ROUTES = new Set(['Get', 'Post', 'Put', 'Delete', 'Patch']);
/** Types an answer may carry that are no JSON of ours. */
const FILES = new Set(['StreamableFile']);

/**
 * Reads the declared answer of every route from the types of its controller, so that `openapi.json`
 * needs no second description. Answers are closed: what a view does not name must not leave the house.
 */
export function answerSchemas() {
  const configPath = join(workspace, 'apps/api/tsconfig.json');
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configPath, ts.sys.readFile).config,
    ts.sys,
    dirname(configPath),
  );
  const controllers = config.fileNames.filter((name) => name.endsWith('controller.ts'));
  const program = ts.createProgram(controllers, { ...config.options, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const writer = schemaWriter(checker);
  const answers = {};
  for (const path of controllers) {
    const source = program.getSourceFile(path);
    if (!source) continue;
    ts.forEachChild(source, (node) => {
      if (!ts.isClassDeclaration(node) || !node.name) return;
      // Inherited routes too, with the types this controller gives them.
      for (const property of checker.getPropertiesOfType(checker.getTypeAtLocation(node))) {
        const member = property.valueDeclaration;
        if (!member || !ts.isMethodDeclaration(member) || !isRoute(member)) continue;
        const [signature] = checker.getSignaturesOfType(
          checker.getTypeOfSymbolAtLocation(property, node),
          ts.SignatureKind.Call,
        );
        const returned = checker.getReturnTypeOfSignature(signature);
        const answer = checker.getAwaitedType(returned) ?? returned;
        answers[`${node.name.text}.${property.name}`] = answerOf(answer, checker, writer);
      }
    });
  }
  return { answers, schemas: writer.schemas };
}

function isRoute(member) {
  return (ts.getDecorators(member) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && ROUTES.has(expression.expression.getText()),
  );
}

function answerOf(type, checker, writer) {
  if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return { kind: 'none' };
  if (FILES.has(type.symbol?.name ?? '')) return { kind: 'file' };
  if (checker.typeToString(type) === 'string') return { kind: 'text' };
  return { kind: 'json', schema: writer.schemaOf(type) };
}

function schemaWriter(checker) {
  const schemas = {};
  const named = new Map();

  function schemaOf(type) {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.StringLiteral) return { const: type.value };
    if (flags & ts.TypeFlags.NumberLiteral) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: type.intrinsicName === 'true' };
    if (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.isUnion()) return unionOf(type.types.filter((it) => !(it.flags & ts.TypeFlags.Undefined)));
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    if (checker.isTupleType(type))
      return { type: 'array', prefixItems: checker.getTypeArguments(type).map(schemaOf), items: false };
    if (checker.isArrayType(type))
      return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
    return reference(type);
  }

  function unionOf(types) {
    const literals = types.filter(
      (it) => it.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral),
    );
    const booleans = types.filter((it) => it.flags & ts.TypeFlags.BooleanLiteral);
    const others = types.filter(
      (it) => !literals.includes(it) && !(booleans.length === 2 && booleans.includes(it)),
    );
    const parts = others.map(schemaOf);
    if (literals.length > 0) parts.push({ enum: literals.map((it) => it.value) });
    if (booleans.length === 2) parts.push({ type: 'boolean' });
    return parts.length === 1 ? parts[0] : { anyOf: parts };
  }

  /** Named types become components; anonymous ones stand in place. */
  function reference(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    const name = symbol && !['__type', '__object'].includes(symbol.name) ? nameOf(type, symbol) : null;
    if (name === null) return objectOf(type);
    if (!named.has(type)) {
      let free = name;
      for (let number = 2; free in schemas; number += 1) free = `${name}${number}`;
      named.set(type, free);
      schemas[free] = {};
      schemas[free] = objectOf(type);
    }
    return { $ref: `#/components/schemas/${named.get(type)}` };
  }

  function nameOf(type, symbol) {
    const parts = (type.aliasTypeArguments ?? checker.getTypeArguments(type) ?? [])
      .map((it) => (it.aliasSymbol ?? it.symbol)?.name)
      .filter((it) => it !== undefined && it !== '__type');
    return [symbol.name, ...parts].join('_').replace(/\W/g, '');
  }

  function objectOf(type) {
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = {};
    const required = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const propertyType = checker.getTypeOfSymbol(property);
      if (checker.getSignaturesOfType(propertyType, ts.SignatureKind.Call).length > 0) continue;
      properties[property.name] = schemaOf(propertyType);
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    return {
      type: 'object',
      properties,
      ...(required.length ? { required } : {}),
      additionalProperties: index ? schemaOf(index.type) : false,
    };
  }

  return { schemaOf, schemas };
}

/** Writes the schemas beside the bundle, or again only when a type could have changed. */
export function writeAnswerSchemas(target) {
  const hash = createHash('sha256');
  const list = ts.sys.readDirectory(
    workspace,
    ['.ts'],
    ['**/*.spec.ts', '**/node_modules/**'],
    ['apps/api/src/**/*', 'libs/domain/src/**/*'],
  );
  for (const name of list.sort()) hash.update(readFileSync(name));
  const stamp = hash.digest('hex');
  if (existsSync(target) && JSON.parse(readFileSync(target, 'utf8')).stamp === stamp) return false;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify({ stamp, ...answerSchemas() }));
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeAnswerSchemas(process.argv[2] ?? join(workspace, 'dist/api/answer-schemas.json'));
