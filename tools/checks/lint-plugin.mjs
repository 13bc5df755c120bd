// Rules of this house that no package knows.
import { relative, sep } from 'node:path';
import { wrongDirection } from './areas.mjs';

const workspace = process.cwd();

/** Static, lazy, re-exported and type-only imports alike: a room knows what it names. */
const direction = {
  meta: {
    type: 'problem',
    schema: [],
  },
  create(context) {
    const file = relative(workspace, context.filename).split(sep).join('/');
    const check = (node) => {
      if (typeof node?.value !== 'string') return;
      const message = wrongDirection(file, node.value);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};

export default { rules: { direction } };
