import type { Danger } from '@runder-tisch/domain/social-services';
import { phoneLink } from '@runder-tisch/domain/text';
import { html, type Html } from '../../pages/html';
import type { PublicNumber } from './emergency-numbers';

/** Whom to call at once. Where the words hint at danger, the numbers for it stand open and first; else they wait folded. */
export function emergencyBlock(
  numbers: readonly PublicNumber[],
  dangers: readonly Danger[] = [],
): Html | null {
  if (numbers.length === 0) return null;
  if (dangers.length === 0)
    return html`<details class="card urgent">
      <summary>Sofort Hilfe: Notruf und Krisentelefone</summary>
      ${list(numbers)}
    </details>`;
  const fits = ({ danger }: PublicNumber): boolean => danger === 'ANY' || dangers.includes(danger);
  const [first, others] = [numbers.filter(fits), numbers.filter((it) => !fits(it))];
  return html`<section class="card urgent now" aria-labelledby="sofort">
    <h2 id="sofort">Brauchen Sie sofort Hilfe?</h2>
    ${list(first)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>Weitere Nummern</summary>
        ${list(others)}
      </details>`
    }
  </section>`;
}

/** The numbers in sight, without danger at hand: on the start page. */
export function emergencyNumbers(numbers: readonly PublicNumber[]): Html | null {
  if (numbers.length === 0) return null;
  return html`<section class="card urgent" aria-labelledby="sofort">
    <h2 id="sofort">Sofort Hilfe</h2>
    ${list(numbers)}
  </section>`;
}

function list(numbers: readonly PublicNumber[]): Html {
  return html`<ul>
    ${numbers.map(
      ({ name, number, note }) =>
        html`<li>
          <a href="${phoneLink(number)}">${number}</a>
          <span><b>${name}</b>${note && html`<small>${note}</small>`}</span>
        </li>`,
    )}
  </ul>`;
}
