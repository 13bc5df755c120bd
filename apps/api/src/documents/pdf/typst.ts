import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { printedFonts } from './fonts';

/** A path that does not exist: a document can read nothing but what it is given. */
const workspace = join(tmpdir(), 'runder-tisch-reads-no-files');

let compiler: NodeCompiler | undefined;

/**
 * Typst to a PDF of the standard PDF/UA-1, which demands among others a text for each picture and headings without
 * skips; throws with the compiler's words otherwise. `inputs` stand in `sys.inputs`, `files` can be read by name.
 */
export function compileTypst(
  source: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Uint8Array>> = {},
): Buffer {
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...printedFonts()] }] });
  for (const [name, bytes] of Object.entries(files)) {
    compiler.mapShadow(join(workspace, name), Buffer.from(bytes));
  }
  try {
    // Not compile() and then pdf(): the document between them stays in memory until garbage is collected.
    return compiler.pdf({ mainFileContent: source, inputs: { ...inputs } }, { pdfStandard: 'ua-1' });
  } catch (error) {
    // What failed stands in `code`.
    throw new Error(`Typst: ${(error as { code?: string }).code ?? String(error)}`, { cause: error });
  } finally {
    compiler.resetShadow();
    // What the last documents had in common is kept for the next one: letters, the template.
    compiler.evictCache(3);
  }
}
