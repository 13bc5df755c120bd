import { type Role, roles, roleLabels } from '@runder-tisch/domain/accounts';
import type { Choice } from '@runder-tisch/ui/form';

const hints: Record<Role, string> = {
  admin: 'Konten, Einstellungen und Texte',
  planner: 'Hinweise bewerten, Handlungsfelder und Gremien pflegen, Termine planen',
  coordinator: 'Netzwerke führen, einladen, Protokolle schreiben',
  provider: 'Eigene Einladungen, Hinweise und Angaben der Organisation',
  reader: 'Sitzungen und Vorlagen lesen',
};

/** Every role with what it is for. */
export const roleChoices: readonly Choice[] = roles.map((value) => ({
  value,
  label: roleLabels[value],
  hint: hints[value],
}));
