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

/** The name of a file as people may see it and as any computer may keep it; folders before it are left out. */
export function fileNameParts(typed: string): FileNameParts {
  const bare = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = bare.replace(HIDDEN, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ').trim();
  const [, name = clean, ending = ''] = /^(.*?)\s*\.([A-Za-z0-9]{1,10})$/.exec(clean) ?? [];
  const title = name.replace(/^[.\s]+|[.\s]+$/g, '').slice(0, attachmentLimits.title);
  return { title: title || 'Datei', ending: ending.toLowerCase() };
}

/** Under which name it is kept by whoever downloads it. */
export function downloadName({ title, ending }: FileNameParts): string {
  return `${fileNameParts(`${title}.${ending}`).title}.${ending}`;
}
