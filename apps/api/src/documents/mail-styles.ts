import type { AccentColours } from '../pages/accent';
import { html, Html, trustedHtml } from '../pages/html';

const font = "font-family:'Source Sans 3','Segoe UI',-apple-system,Roboto,Helvetica,Arial,sans-serif";
const text = 'color:#1d2426';
const quiet = 'color:#566064';

/** Inline styles: many mail programs drop a style sheet, none drops these. */
export const styles = {
  body: `margin:0;padding:0;background-color:#f4f1eb;${font};-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%`,
  page: `background-color:#f4f1eb;${font}`,
  hidden:
    'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#f4f1eb;mso-hide:all',
  card: 'background-color:#ffffff;border-radius:0 0 10px 10px;padding:26px 32px 14px',
  logo: 'display:inline-block;border:0;vertical-align:middle;margin-right:12px',
  county: `${font};font-size:15px;line-height:22px;font-weight:600`,
  title: `margin:0 0 8px;${font};font-size:26px;line-height:33px;font-weight:600;${text}`,
  subtitle: `margin:0 0 20px;${font};font-size:17px;line-height:25px;${quiet}`,
  heading2: `margin:26px 0 8px;${font};font-size:20px;line-height:27px;font-weight:600;${text}`,
  heading3: `margin:20px 0 6px;${font};font-size:17px;line-height:24px;font-weight:600;${text}`,
  paragraph: `margin:0 0 16px;${font};font-size:17px;line-height:26px;${text}`,
  note: `margin:0 0 16px;${font};font-size:15px;line-height:22px;${quiet}`,
  list: `margin:0 0 16px;padding:0 0 0 24px;${font};font-size:17px;line-height:26px;${text}`,
  item: 'margin:0 0 6px',
  facts: 'margin:0 0 18px;border-collapse:collapse',
  factLabel: `padding:5px 16px 5px 0;${font};font-size:15px;line-height:24px;${quiet}`,
  factValue: `padding:5px 0;${font};font-size:17px;line-height:25px;${text}`,
  button: `display:inline-block;padding:13px 28px;border-radius:10px;${font};font-size:17px;line-height:24px;font-weight:600;text-decoration:none;mso-padding-alt:0`,
  table: 'margin:0 0 20px;border-collapse:collapse',
  caption: `padding:0 0 6px;${font};font-size:15px;line-height:22px;font-weight:600;text-align:left;${text}`,
  th: `padding:6px 10px 6px 0;border-bottom:1px solid #868076;${font};font-size:14px;line-height:20px;font-weight:600;${quiet}`,
  td: `padding:7px 10px 7px 0;border-bottom:1px solid #e0dbd2;${font};font-size:16px;line-height:23px;font-weight:400;${text}`,
  divider: 'border-top:1px solid #e0dbd2;font-size:1px;line-height:18px',
  quote: 'padding:2px 0 2px 18px',
  quoteText: `margin:0 0 4px;${font};font-size:17px;line-height:26px;font-style:italic;${text}`,
  speaker: `margin:0;${font};font-size:15px;line-height:22px;${quiet}`,
  footer: `margin:0 0 8px;${font};font-size:14px;line-height:20px;${quiet}`,
  footerLink: `${quiet};text-decoration:underline`,
} as const;

function darkRules(accent: AccentColours): readonly string[] {
  return [
    '.page{background-color:#14191b!important}',
    '.card{background-color:#1b2225!important}',
    '.text{color:#e9ecea!important}',
    '.quiet{color:#a9b4b6!important}',
    `.accent{color:${accent.dark}!important}`,
    '.line{border-color:#333d41!important}',
    `a.button{background-color:${accent.dark}!important;border-color:${accent.dark}!important;color:${accent.onDark}!important}`,
    `a.button-quiet{background-color:#1b2225!important;border-color:${accent.dark}!important;color:${accent.dark}!important}`,
  ];
}

function sheet(accent: AccentColours): string {
  const rules = darkRules(accent);
  return (
    ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
    '@media (max-width:480px){.card{padding:22px 18px 8px!important}' +
    '.stack{display:block!important;width:auto!important;padding-bottom:0!important}' +
    'td.value{padding-top:0!important;padding-bottom:8px!important}}' +
    `@media (prefers-color-scheme:dark){${rules.join('')}}` +
    // Outlook on the web and on phones does not know the media query; it marks the body instead.
    rules.map((rule) => `[data-ogsc] ${rule}`).join('')
  );
}

export function mailHead(title: string, accent: AccentColours): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="supported-color-schemes" content="light dark" />
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
    <meta name="x-apple-disable-message-reformatting" />
    <title>${title}</title>
    ${trustedHtml(
      '<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->',
    )}
    <style>
      ${trustedHtml(sheet(accent))}
    </style>
  </head>`;
}
