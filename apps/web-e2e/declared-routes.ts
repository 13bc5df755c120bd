import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = 'apps/web/src/app/app.routes.ts';
const CONTRIBUTIONS = 'apps/web/src/app/*/*.contribution.ts';

/** Every address that shows a page, read from the routes of the web application as they are written. */
export function declaredRoutes(): string[] {
  return [...new Set(routesOf(resolve(ROOT), 'routes', ''))].sort();
}

function routesOf(file: string, name: string, parent: string): string[] {
  const source = sourceOf(file);
  let list: ts.ArrayLiteralExpression | undefined;
  source.forEachChild((node) => {
    if (!ts.isVariableStatement(node)) return;
    for (const { name: declared, initializer } of node.declarationList.declarations)
      if (declared.getText() === name && initializer && ts.isArrayLiteralExpression(initializer))
        list = initializer;
  });
  if (!list) throw new Error(`${file} has no list ${name}.`);
  return pagesIn(list, file, parent);
}

function pagesIn(list: ts.ArrayLiteralExpression, file: string, parent: string): string[] {
  return list.elements.flatMap((element) => {
    if (!ts.isObjectLiteralExpression(element))
      throw new Error(`${file}: ${element.getText()} is no plain route.`);
    const part = (name: string) =>
      element.properties.filter(ts.isPropertyAssignment).find((it) => it.name.getText() === name)
        ?.initializer;
    const path = part('path');
    if (!path || !ts.isStringLiteralLike(path)) throw new Error(`${file}: a route without a path.`);
    const address = path.text ? `${parent}/${path.text}` : parent;
    const children = part('children');
    if (children && ts.isArrayLiteralExpression(children)) return pagesIn(children, file, address);
    const elsewhere = part('loadChildren');
    const contributed = /^contributedTabs\('(\w+)'\)$/.exec(elsewhere?.getText() ?? '')?.[1];
    if (contributed) return contributedPages(contributed, address);
    const inside = elsewhere && returnedList(elsewhere);
    if (inside) return pagesIn(inside, file, address);
    if (elsewhere) {
      const [, module = '', name = ''] =
        /import\('([^']+)'\)\.then\(\(file\) => file\.(\w+)\)/.exec(
          elsewhere.getText().replace(/\s+(?=\.)/g, ''),
        ) ?? [];
      if (!module) throw new Error(`${file}: ${elsewhere.getText()} is not understood.`);
      return routesOf(join(dirname(file), `${module}.ts`), name, address);
    }
    return part('component') || part('loadComponent') ? [address] : [];
  });
}

/** Routes put together on the spot: the list a function gives back at its end. */
function returnedList(given: ts.Expression): ts.ArrayLiteralExpression | undefined {
  if (!ts.isArrowFunction(given) || !ts.isBlock(given.body)) return undefined;
  const list = given.body.statements.find(ts.isReturnStatement)?.expression;
  return list && ts.isArrayLiteralExpression(list) ? list : undefined;
}

/** The tabs that areas name for this page in their contributions. */
function contributedPages(page: string, address: string): string[] {
  return globSync(CONTRIBUTIONS).flatMap((file) => {
    const found: string[] = [];
    const visit = (node: ts.Node, inTabs: boolean): void => {
      const name = ts.isPropertyAssignment(node) ? node.name.getText() : '';
      if (inTabs && name === page && ts.isPropertyAssignment(node)) {
        if (!ts.isArrayLiteralExpression(node.initializer))
          throw new Error(`${file}: ${node.getText()} is no plain list.`);
        found.push(...pagesIn(node.initializer, file, address));
      } else node.forEachChild((child) => visit(child, inTabs || name === 'tabs'));
    };
    visit(sourceOf(file), false);
    return found;
  });
}

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}
