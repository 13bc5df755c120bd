import { Readable } from 'node:stream';
import {
  dataRequestProblems,
  deliveryFindings,
  type ExpectedColumn,
  type InterfaceForm,
} from '@runder-tisch/domain/data-requests';
import {
  fileProblems,
  PersonLevelCheck,
  type PersonLevelFault,
  personLevelSays,
} from '@runder-tisch/domain/imports';
import { type TableHead } from '../../imports/reading/table';
import { readingTurns, readTableFile } from '../../imports/reading/table-file';
import { Unreadable } from '../../imports/reading/unreadable';
import { problem, ProblemException } from '../../problem/problem';

/** The field of the upload page at which a refusal of the file stands. */
export const FILE_FIELD = 'datei';

/** More sheets than a table of sums needs are not read one after the other. */
const SHEETS_MOST = 12;
/** In this part a pivot table keeps every row it was made of, also when the sheet with these rows was deleted. */
const PIVOT_ROWS = 'pivotCacheRecords';

export interface ReadDelivery {
  mediaType: string;
  /** Rows below the headings of the first sheet; null for a report. */
  rows: number | null;
  findings: string[];
}

interface Agreed {
  form: InterfaceForm;
  columns: readonly ExpectedColumn[];
}

/** Reads what was delivered before anything of it is kept. What is no table, or is about single humans, is refused. */
export async function readDelivery(bytes: Buffer, { form, columns }: Agreed): Promise<ReadDelivery> {
  if (form === 'REPORT' && bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return {
      mediaType: 'application/pdf',
      rows: null,
      findings: ['Ein Bericht als PDF: Ob er Angaben zu einzelnen Menschen enthält, sehen nur Sie.'],
    };
  if (bytes.includes(PIVOT_ROWS)) throw problem(dataRequestProblems, 'delivery-hidden-data', FILE_FIELD);
  const first = await readSheet(bytes, null);
  if (first.head.hiddenSheets) throw problem(dataRequestProblems, 'delivery-hidden-data', FILE_FIELD);
  const others = first.head.sheets.filter((name) => name !== first.head.sheet);
  if (others.length >= SHEETS_MOST) throw problem(fileProblems, 'file-damaged', FILE_FIELD);
  for (const name of others) await readSheet(bytes, name, true);
  return {
    mediaType:
      first.head.format === 'csv'
        ? 'text/csv'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    rows: first.rows,
    findings: [
      ...deliveryFindings(columns, first.head.headings, first.rows),
      ...(others.length > 0 ? [`Die Mappe hat ${others.length + 1} Blätter; gezählt ist das erste.`] : []),
      ...(first.head.encodingSure
        ? []
        : ['Bitte prüfen Sie die Umlaute: Ihre Schreibweise war nicht sicher zu erkennen.']),
    ],
  };
}

/** Refuses one in which single humans stand; one that is empty says nothing, where it need not. */
async function readSheet(
  bytes: Buffer,
  sheet: string | null,
  mayBeEmpty = false,
): Promise<{ head: TableHead; rows: number }> {
  let check: PersonLevelCheck | null = null;
  const read = await readingTurns
    .take(() =>
      readTableFile(
        Readable.from([bytes]),
        { sheet, encoding: null, separator: null },
        async (rows, head) => {
          if (!check) {
            check = new PersonLevelCheck(head.headings);
            check.above(head.above ?? []);
          }
          for (const { cells } of rows) check.take(cells);
        },
      ),
    )
    .catch((error: unknown) => {
      if (!(error instanceof Unreadable)) throw error;
      const empty = error.code === 'file-empty' || error.code === 'file-without-rows';
      if (mayBeEmpty && empty) return null;
      throw problem(fileProblems, error.code, FILE_FIELD);
    });
  const fault = (check as PersonLevelCheck | null)?.fault();
  if (fault) throw personLevel(fault);
  return read ?? { head: { headings: [] } as unknown as TableHead, rows: 0 };
}

function personLevel(fault: PersonLevelFault): ProblemException {
  const { status } = dataRequestProblems['delivery-person-level'];
  const code = 'delivery-person-level';
  const says = personLevelSays(fault, 'von der Datei wurde nichts aufbewahrt');
  return new ProblemException(status, code, says, [{ path: FILE_FIELD, code, detail: says }]);
}
