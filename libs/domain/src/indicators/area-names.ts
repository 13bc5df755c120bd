import { stateNames } from '../time';

const states: Readonly<Record<string, string>> = stateNames;

/** Those a county of Sachsen-Anhalt compares itself with; others are told by their key. */
const counties: Readonly<Record<string, string>> = {
  '15001': 'Dessau-Roßlau',
  '15002': 'Halle (Saale)',
  '15003': 'Magdeburg',
  '15081': 'Altmarkkreis Salzwedel',
  '15082': 'Anhalt-Bitterfeld',
  '15083': 'Börde',
  '15084': 'Burgenlandkreis',
  '15085': 'Harz',
  '15086': 'Jerichower Land',
  '15087': 'Mansfeld-Südharz',
  '15088': 'Saalekreis',
  '15089': 'Salzlandkreis',
  '15090': 'Stendal',
  '15091': 'Wittenberg',
};

/** Name of an area that has no row of its own: Germany, a Land, a Kreis of Sachsen-Anhalt; otherwise its key. */
export function nameOfArea(code: string): string {
  return code === 'DG' ? 'Deutschland' : (states[code] ?? counties[code] ?? code);
}
