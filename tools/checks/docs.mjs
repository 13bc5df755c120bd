// Ends with an error where a document leads to a file or folder that is not there.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';

const documents = globSync(['README.md', 'CONTRIBUTING.md', 'docs/*.md', 'docs/{decisions,formats}/*.md'])
  .map((file) => file.split(sep).join('/'))
  .sort();
const ROOM_PATH = /^(apps|libs|tools|docs)\/\S+$/;
const ELSEWHERE = /^([a-z][a-z+.-]*:|#|\/)/i;

const found = documents.flatMap((document) => wrongPlaces(document));
for (const finding of found) console.error(finding);
console.log(`${documents.length} Dokumente, ${found.length} Verweise ins Leere.`);
process.exitCode = found.length > 0 ? 1 : 0;

function wrongPlaces(document) {
  const text = readFileSync(document, 'utf8');
  // Fenced blocks keep their lines, so that a finding can name its own.
  const prose = text.replace(/^```.*?^```/gms, (block) => block.replace(/[^\n]/g, ''));
  return prose.split('\n').flatMap((line, index) => {
    const spans = [...line.matchAll(/`([^`]+)`/g)]
      .map(([, span]) => span)
      .filter((span) => ROOM_PATH.test(span));
    const links = [...line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)]
      .map(([, target]) => target)
      .filter((target) => !ELSEWHERE.test(target));
    const missing = [
      ...spans.filter((span) => !isThere(span)),
      ...links.filter((target) => !isThere(posix.join(posix.dirname(document), target.replace(/#.*$/, '')))),
    ];
    return missing.map((path) => `Fehlt: ${path} (${document}, Zeile ${index + 1})`);
  });
}

/** `<area>` stands for any name, as a star does. */
function isThere(path) {
  const pattern = path.replace(/<[^<>]+>/g, '*');
  return /[*?{[]/.test(pattern) ? globSync(pattern).length > 0 : existsSync(pattern);
}
