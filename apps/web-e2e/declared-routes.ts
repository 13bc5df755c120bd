import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = 'apps/web/src/app/app.routes.ts';

/** Every address that shows a page, read from the routes of the web application as they are written. */
export function declaredRoutes(): string[] {
  return [...new Set(routesOf(resolve(ROOT), 'routes', ''))].sort();
}

function routesOf(file: string, name: string, parent: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
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
