export interface FieldOfActionView {
  id: string;
  version: number;
  name: string;
  description: string;
  active: boolean;
  /** Rows that refer to it; only an unused one can be deleted. */
  used: number;
}
