/*
 * Looks at a chosen CSV file on the device, before anything leaves it: where single humans stand in it, the choice is
 * taken back and a sentence says why. Without a script the server refuses the same file and keeps nothing of it.
 */
import { csvLines, headingLine } from '@runder-tisch/domain/data-requests/delivered-table';
import { PersonLevelCheck, personLevelSays } from '@runder-tisch/domain/imports/person-level';

/** What this page needs of a browser; the API is not compiled against the whole of one. */
interface Element {
  textContent: string | null;
  className: string;
  focus(): void;
  addEventListener(name: string, listener: (event: { preventDefault(): void }) => void): void;
}
interface FileInput extends Element {
  files: ArrayLike<File> | null;
  value: string;
}
interface Form extends Element {
  requestSubmit(): void;
}
declare const document: { getElementById(id: string): Element | null };

const FILE_BYTES = 10 * 1024 * 1024;
const input = document.getElementById('feld-datei') as FileInput | null;
const form = document.getElementById('lieferung') as Form | null;
const said = document.getElementById('pruefung');

if (input && form && said) watch(input, form, said);

function watch(input: FileInput, form: Form, said: Element): void {
  let looking: Promise<void> | null = null;
  input.addEventListener('change', () => {
    said.className = '';
    said.textContent = '';
    const file = input.files?.[0];
    looking = file ? look(file) : null;
  });
  form.addEventListener('submit', (event) => {
    if (!looking) return;
    event.preventDefault();
    void looking.then(() => {
      if (input.files?.length) form.requestSubmit();
      else input.focus();
    });
  });

  async function look(file: File): Promise<void> {
    const wrong = file.size > FILE_BYTES ? TOO_LARGE : await personLevel(file);
    looking = null;
    if (wrong === null) return;
    if (wrong !== '') {
      input.value = '';
      said.className = 'error';
      said.textContent = wrong;
    } else {
      said.className = 'hint';
      said.textContent = 'Auf Ihrem Gerät geprüft: keine Angaben zu einzelnen Menschen gefunden.';
    }
  }
}

const TOO_LARGE =
  'Die Datei ist größer als 10 MB: Bitte prüfen Sie, ob es die richtige ist, es wurde nichts übertragen.';

/** A sentence; empty where nothing was found; null for what only the server can open. */
async function personLevel(file: File): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Workbooks and reports begin with signs of their own.
  const begin = String.fromCharCode(...bytes.slice(0, 4));
  if (begin === 'PK\u0003\u0004' || begin === '%PDF' || bytes.includes(0)) return null;
  const lines: string[][] = [];
  let check: PersonLevelCheck | null = null;
  for (const cells of csvLines(textOf(bytes))) {
    if (check) check.take(cells);
    else lines.push(cells);
    if (!check && lines.length === 20) check = begun(lines);
  }
  const fault = (check ?? begun(lines)).fault();
  return fault ? personLevelSays(fault, 'es wurde nichts übertragen') : '';
}

function begun(lines: readonly string[][]): PersonLevelCheck {
  const at = headingLine(lines);
  const check = new PersonLevelCheck(lines[at] ?? []);
  for (const cells of lines.slice(0, at)) check.above(cells);
  for (const cells of lines.slice(at + 1)) check.take(cells);
  return check;
}

/** What is no UTF-8 comes from Excel, which writes the letters of Windows. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
