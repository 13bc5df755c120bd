import type { QrCodeView } from '@runder-tisch/domain/findings/prioritisation';
import { encode } from 'uqr';

/** Modules of white around it, as the standard asks for. */
const QUIET_ZONE = 4;

/** The code as one path: each run of black squares in a line is one rectangle. */
export function qrCode(text: string): QrCodeView {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((line, y) => {
    const found: string[] = [];
    for (let x = 0; x < line.length; x += 1) {
      if (!line[x]) continue;
      let end = x;
      while (line[end]) end += 1;
      found.push(`M${x} ${y}h${end - x}v1H${x}z`);
      x = end;
    }
    return found;
  });
  return { size, path: runs.join('') };
}
