import { html, Html, trustedHtml } from './html';

const paths = {
  yes: 'M20.3 5.3a1.2 1.2 0 0 1 0 1.7L9.9 17.9a1.2 1.2 0 0 1-1.7 0l-4.5-4.6a1.2 1.2 0 1 1 1.7-1.7l3.6 3.7 9.6-10a1.2 1.2 0 0 1 1.7 0z',
  maybe:
    'M12 3.2c-3 0-5 1.9-5.1 4.5a1.2 1.2 0 0 0 2.4.1c0-1.2 1-2.2 2.7-2.2 1.6 0 2.7 1 2.7 2.3 0 1-.5 1.6-1.7 2.4-1.5 1-2.3 2-2.3 3.7v.4a1.2 1.2 0 0 0 2.4 0V14c0-.8.3-1.2 1.3-1.9 1.6-1.1 2.7-2.3 2.7-4.3 0-2.7-2.2-4.6-5.1-4.6zM12 17.6a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z',
  no: 'M6.1 4.4a1.2 1.2 0 0 0-1.7 1.7l5.9 5.9-5.9 5.9a1.2 1.2 0 1 0 1.7 1.7l5.9-5.9 5.9 5.9a1.2 1.2 0 0 0 1.7-1.7L13.7 12l5.9-5.9a1.2 1.2 0 0 0-1.7-1.7L12 10.3z',
  notice:
    'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zm0 4a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zm1.2 10.2a1.2 1.2 0 0 1-2.4 0v-4.9a1.2 1.2 0 0 1 2.4 0z',
  warning:
    'M10.3 3.9 2.2 18a2 2 0 0 0 1.7 3h16.2a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0zM12 8.2c.7 0 1.2.5 1.2 1.2v3.9a1.2 1.2 0 0 1-2.4 0V9.4c0-.7.5-1.2 1.2-1.2zm0 7.4a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z',
} as const;

export type PageIcon = keyof typeof paths;

/** Decoration beside words that say the same. */
export function icon(name: PageIcon): Html {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="${trustedHtml(paths[name])}" />
  </svg>`;
}

/** The sign of the product, as in the application: a round table from above, one seat still free. */
export function mark(): Html {
  const seat = (turn: number, look: string): Html =>
    html`<rect
      class="${look}"
      x="13"
      y="2.2"
      width="6"
      height="3.6"
      rx="1.8"
      transform="rotate(${turn} 16 16)"
    />`;
  return html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle class="brand-table" cx="16" cy="16" r="7.2" />
    ${[0, 60, 120, 180, 240].map((turn) => seat(turn, 'brand-seat'))}${seat(300, 'brand-seat-first')}
  </svg>`;
}
