import type { FigureImportView } from '@runder-tisch/domain/indicators/imports';
import { type Client, RefusedError } from '../client';

const FOOTER = `__________
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017."
Stand: 10.10.2017 / 11:01:03
`;

/**
 * Population by three age groups in the wide form: two blocks of a year, the county with what Jugendquotient and
 * Altenquotient of 2015 are computed from, a municipality that is gone ("-") and a number kept secret (".").
 */
export const populationTable = `GENESIS-Tabelle: 12411-02-03-5
Bevölkerung nach Altersgruppen;;;;;
- Stichtag 31.12. -;;;;;
Bevölkerungsstand (Anzahl);;;;;
;;unter 20 Jahre;20 bis unter 65 Jahre;65 Jahre und mehr;Insgesamt
31.12.2014;;;;;
15082;Anhalt-Bitterfeld, Landkreis;24000;98500;42500;165000
15082125;Grimme;-;-;-;-
15082180;Köthen (Anhalt), Stadt;4000;15500;7000;26500
31.12.2015;;;;;
15082;Anhalt-Bitterfeld, Landkreis;24156;97605;43056;164817
15082125;Grimme;-;-;-;-
15082180;Köthen (Anhalt), Stadt;.;15435;7045;26519
${FOOTER}`;

/** The same quotients as the office publishes them, rounded. */
export const quotientTable = `GENESIS-Tabelle: 12411-08-01-4
Jugend- und Altenquotient;;;
- Stichtag 31.12. -;;;
Fortschreibung des Bevölkerungsstandes;;;
31.12.2015;;;
;;Jugendquotient;Altenquotient
;;Anzahl;Anzahl
15082;Anhalt-Bitterfeld, Landkreis;24,7;44,1
${FOOTER}`;

/** Sends a table of figures as the page does: the file is the body. It is read by the process beside. */
export async function uploadedFigures(
  client: Client,
  name: string,
  content: Buffer | string,
  again = false,
): Promise<string> {
  const response = await fetch(
    `${client.url}/api/figure-imports?name=${encodeURIComponent(name)}${again ? '&again=true' : ''}`,
    {
      method: 'POST',
      headers: {
        'X-RT-Request': '1',
        'Content-Type': 'application/octet-stream',
        Cookie: client.cookie ?? '',
      },
      body: typeof content === 'string' ? content : new Uint8Array(content),
    },
  );
  const answer = (await response.json()) as { id: string };
  if (!response.ok) throw new RefusedError(response.status, answer as never, `POST ${name}`);
  return answer.id;
}

/** Every question and warning answered with "as it is". */
export function answerAll(client: Client, view: FigureImportView): Promise<FigureImportView> {
  const notices = view.preview?.notices ?? [];
  const answers = Object.fromEntries(notices.map((_, at) => [String(at), 'KEEP']));
  return client.post<FigureImportView>(`/api/figure-imports/${view.id}/answers`, { answers });
}
