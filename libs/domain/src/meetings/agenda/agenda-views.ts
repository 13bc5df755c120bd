import type { SaveAgendaItem } from '../meetings-requests';

/** The standard points of a network or committee. */
export interface AgendaTemplateView {
  items: SaveAgendaItem[];
  /** 0 where nobody has kept any yet. */
  version: number;
  mayChange: boolean;
}
