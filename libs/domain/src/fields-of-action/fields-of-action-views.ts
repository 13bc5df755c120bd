export interface FieldOfActionView {
  id: string;
  version: number;
  name: string;
  description: string;
  active: boolean;
  /** Rows that refer to it; only an unused one can be deleted. */
  used: number;
}

/** A time in which everybody could read what came of a Handlungsfeld. */
export interface FieldPublicationView {
  publishedAt: string;
  publishedBy: string;
  withdrawnAt: string | null;
  withdrawnBy: string;
}

/** The newest first; while it lasts, that is not withdrawn. */
export interface FieldPublicationsView {
  publications: FieldPublicationView[];
}

/** The page for everybody about what came of a Handlungsfeld. */
export function fieldResultsPath(fieldId: string): string {
  return `/ergebnisse/handlungsfeld/${fieldId}`;
}
