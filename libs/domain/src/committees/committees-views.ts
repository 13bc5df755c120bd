import type { CommitteeKind } from './committee-kinds';

export interface CommitteeView {
  id: string;
  version: number;
  name: string;
  kind: CommitteeKind;
  /** When it meets, as people say it: "viermal im Jahr, donnerstags". */
  rhythm: string;
  note: string;
  active: boolean;
  used: number;
}
