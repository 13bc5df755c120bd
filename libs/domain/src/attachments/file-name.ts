import { attachmentLimits } from './attachments-limits';

export interface FileNameParts {
  /** Without its ending. */
  title: string;
  /** In small letters, without its dot; empty where there is none. */
  ending: string;
}

/** Signs that end a text or turn its direction round, so that "gpj.exe" reads as "exe.jpg". */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Signs no file system takes. */
const FORBIDDEN = /[<>:"|?*]/g;

const ENDING = /^[A-Za-z0-9]{1,10}$/;
const FOLDERS = /[/\\]/g;

/** The name of a file as people may see it and as any computer may keep it; folders before it are left out. */
export function fileNameParts(typed: string): FileNameParts {
  const bare = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = bare.replace(HIDDEN, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ').trim();
  const dot = clean.lastIndexOf('.');
  const ending = dot < 0 ? '' : clean.slice(dot + 1);
  const known = ENDING.test(ending);
  const title = trimmed(known ? clean.slice(0, dot) : clean).slice(0, attachmentLimits.title);
  return { title: title || 'Datei', ending: known ? ending.toLowerCase() : '' };
}

/** Under which name it is kept by whoever downloads it. */
export function downloadName({ title, ending }: FileNameParts): string {
  // Who writes "Haushalt 2025/2026" means no folder.
  return `${fileNameParts(`${title.replace(FOLDERS, '-')}.${ending}`).title}.${ending}`;
}

/** Without dots and blanks at both ends, which file systems hide or drop. */
function trimmed(name: string): string {
  let from = 0;
  let until = name.length;
  while (from < until && '. '.includes(name.charAt(from))) from += 1;
  while (until > from && '. '.includes(name.charAt(until - 1))) until -= 1;
  return name.slice(from, until);
}
