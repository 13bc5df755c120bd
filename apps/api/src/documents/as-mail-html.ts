import type {
  Block,
  ButtonBlock,
  DocumentContent,
  Run,
  Scene,
  TableBlock,
} from '@runder-tisch/domain/documents';
import { accentColours } from '../pages/accent';
import type { HtmlValue } from '../pages/html';
import { html, Html, trustedHtml, withLineBreaks } from '../pages/html';
import type { MailFrame } from './mail-frame';
import { mailHead, styles } from './mail-styles';
import { absoluteHref } from './safe-href';

interface Look {
  readonly accent: string;
  readonly publicUrl: string;
}

/**
 * The HTML part of a mail: one column up to 600 px in layout tables with inline styles, which Outlook, Gmail and
 * Apple Mail all draw alike. Dark mode by media query where it is understood; the colours also survive a forced
 * inversion. No image is needed to read it and none is loaded from elsewhere.
 */
export function asMailHtml(content: DocumentContent, frame: MailFrame): string {
  const accent = accentColours(frame.accent);
  const look: Look = { accent: accent.light, publicUrl: frame.publicUrl };
  const body = html`<!doctype html>
    <html
      lang="${content.language}"
      xmlns="http://www.w3.org/1999/xhtml"
      xmlns:o="urn:schemas-microsoft-com:office:office"
    >
      ${mailHead(content.title, accent)}
      <body class="page" style="${styles.body}">
        ${preview(frame.preview)}
        <div
          role="article"
          aria-roledescription="Mail"
          aria-label="${content.title}"
          lang="${content.language}"
        >
          <table
            role="presentation"
            class="page"
            width="100%"
            cellpadding="0"
            cellspacing="0"
            border="0"
            style="${styles.page}"
          >
            <tr>
              <td align="center" style="padding:24px 12px">
                ${trustedHtml('<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->')}
                <table
                  role="presentation"
                  width="100%"
                  cellpadding="0"
                  cellspacing="0"
                  border="0"
                  style="max-width:600px;margin:0 auto"
                >
                  <tr>
                    <td style="padding:0 8px 14px">${letterhead(frame, look)}</td>
                  </tr>
                  <tr>
                    <td class="card" style="${styles.card};border-top:4px solid ${look.accent}">
                      <h1 class="text" style="${styles.title}">${content.title}</h1>
                      ${content.subtitle && html`<p class="quiet" style="${styles.subtitle}">${withLineBreaks(content.subtitle)}</p>`}
                      ${content.blocks.map((block) => blockAsMail(block, look))}
                    </td>
                  </tr>
                  <tr>
                    <td style="padding:18px 8px 8px">${footer(frame)}</td>
                  </tr>
                </table>
                ${trustedHtml('<!--[if mso]></td></tr></table><![endif]-->')}
              </td>
            </tr>
          </table>
        </div>
      </body>
    </html> `;
  return body.toString();
}

function preview(text: string | undefined): HtmlValue {
  // The filler keeps mail programs from adding the next words of the mail to the preview.
  return (
    text && html`<div style="${styles.hidden}">${text}${trustedHtml('&#847;&zwnj;&nbsp;'.repeat(40))}</div>`
  );
}

function letterhead(frame: MailFrame, look: Look): Html {
  const logo = frame.logo;
  const source = logo ? absoluteHref(logo.url, frame.publicUrl) : null;
  return html`${
      logo &&
      source &&
      html`<img
        src="${source}"
        width="${logo.width}"
        height="${logo.height}"
        alt=""
        style="${styles.logo}"
      />`
    }<span class="accent" style="${styles.county};color:${look.accent}">${frame.countyName}</span>`;
}

function footer(frame: MailFrame): Html {
  const links: readonly (readonly [string, string])[] = [
    ['Impressum', '/impressum'],
    ['Datenschutz', '/datenschutz'],
    ['Barrierefreiheit', '/barrierefreiheit'],
  ];
  return html`<p class="quiet" style="${styles.footer}">
      ${frame.sender && html`${frame.sender}<br />`}${frame.countyName}
    </p>
    <p class="quiet" style="${styles.footer}">${frame.why}</p>
    <p class="quiet" style="${styles.footer}">
      ${links.map(
        ([name, path], index) =>
          html`${index > 0 && trustedHtml(' &middot; ')}<a
              class="quiet"
              href="${new URL(path, frame.publicUrl).href}"
              style="${styles.footerLink}"
              >${name}</a
            >`,
      )}
    </p>`;
}

function blockAsMail(block: Block, look: Look): Html {
  switch (block.kind) {
    case 'heading': {
      const name = trustedHtml(`h${block.level}`);
      return html`<${name} class="text" style="${block.level === 2 ? styles.heading2 : styles.heading3}">${block.text}</${name}>
`;
    }
    case 'paragraph':
      return html`<p class="text" style="${styles.paragraph}">${runsAsMail(block.runs, look)}</p> `;
    case 'note':
      return html`<p class="quiet" style="${styles.note}">${runsAsMail(block.runs, look)}</p> `;
    case 'list': {
      const name = trustedHtml(block.ordered ? 'ol' : 'ul');
      return html`<${name} class="text" style="${styles.list}">${block.items.map(
        (item) => html`<li style="${styles.item}">${runsAsMail(item, look)}</li>`,
      )}</${name}>
`;
    }
    case 'table':
      return tableAsMail(block, look);
    case 'facts':
      return html`<table
        role="presentation"
        class="facts"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="${styles.facts}"
      >
        ${block.facts.map(
          (fact) =>
            html`<tr>
              <td class="quiet stack" valign="top" width="130" style="${styles.factLabel}">${fact.label}</td>
              <td class="text stack value" valign="top" style="${styles.factValue}">
                ${runsAsMail(fact.value, look)}
              </td>
            </tr> `,
        )}
      </table> `;
    case 'button':
      return buttonAsMail(block, look);
    case 'figure':
      return figureAsMail(block.scene, block.caption);
    case 'picture':
      return html`<p class="quiet" style="${styles.note}">${block.caption} (${block.alt})</p> `;
    case 'divider':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
        <tr>
          <td class="line" style="${styles.divider}">&nbsp;</td>
        </tr>
      </table> `;
    case 'quote':
      return html`<table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="margin:0 0 18px"
      >
        <tr>
          <td style="${styles.quote};border-left:4px solid ${look.accent}">
            <p class="text" style="${styles.quoteText}">„${withLineBreaks(block.text)}“</p>
            ${block.speaker && html`<p class="quiet" style="${styles.speaker}">${block.speaker}</p>`}
          </td>
        </tr>
      </table> `;
  }
}

function runsAsMail(runs: readonly Run[], look: Look): Html {
  return html`${runs.map((run) => {
    const text = withLineBreaks(run.text);
    if (run.kind === 'strong') return html`<strong>${text}</strong>`;
    const href = run.kind === 'link' ? absoluteHref(run.href, look.publicUrl) : null;
    return href
      ? html`<a class="accent" href="${href}" style="color:${look.accent};text-decoration:underline"
          >${text}</a
        >`
      : text;
  })}`;
}

/** Padding inside the link keeps the whole area clickable; Outlook gets the same room from wide empty letters. */
function buttonAsMail(block: ButtonBlock, look: Look): Html {
  const href = absoluteHref(block.href, look.publicUrl);
  if (!href) return html`<p class="text" style="${styles.paragraph}">${block.label}</p>`;
  const main = block.tone === 'main';
  const colours = main
    ? `background-color:${look.accent};color:#ffffff;border:1px solid ${look.accent}`
    : `background-color:#ffffff;color:${look.accent};border:1px solid ${look.accent}`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 18px">
    <tr>
      <td class="${main ? 'button' : 'button-quiet'}" align="center" style="border-radius:10px">
        <a class="${main ? 'button' : 'button-quiet'}" href="${href}" style="${styles.button};${colours}"
          >${trustedHtml(
            '<!--[if mso]><i style="mso-font-width:250%;mso-text-raise:26pt" hidden>&emsp;</i><span style="mso-text-raise:13pt"><![endif]-->',
          )}${block.label}${trustedHtml(
            '<!--[if mso]></span><i style="mso-font-width:250%" hidden>&emsp;&#8203;</i><![endif]-->',
          )}</a
        >
      </td>
    </tr>
  </table> `;
}

function tableAsMail(block: TableBlock, look: Look): Html {
  const align = (index: number): string => {
    const asked = block.columns[index]?.align;
    return asked === 'end' ? 'right' : asked === 'center' ? 'center' : 'left';
  };
  return dataTable(
    block.caption,
    block.columns.map((column) => column.head),
    block.rows.map((row) => block.columns.map((_, index) => runsAsMail(row[index] ?? [], look))),
    align,
    block.rowHeads,
  );
}

/** SVG is not drawn by most mail programs, so a drawing is its sentence and its table twin. */
function figureAsMail(scene: Scene, caption: string | undefined): Html {
  return html`<p class="text" style="${styles.paragraph}">
      <strong>${caption ?? scene.title}:</strong> ${scene.sentence}
    </p>
    ${dataTable(undefined, scene.table.head, scene.table.rows, (index) => (index === 0 ? 'left' : 'right'), true)}`;
}

function dataTable(
  caption: string | undefined,
  head: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
  align: (index: number) => string,
  rowHeads: boolean,
): Html {
  return html`<table
    class="data"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="${styles.table}"
  >
    ${
      caption &&
      html`<caption class="text" style="${styles.caption}">
        ${caption}
      </caption>`
    }
    <thead>
      <tr>
        ${head.map(
          (text, index) =>
            html`<th
              class="quiet line"
              scope="col"
              align="${align(index)}"
              style="${styles.th};text-align:${align(index)}"
            >
              ${text}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, index) =>
              rowHeads && index === 0
                ? html`<th
                    class="text line"
                    scope="row"
                    align="left"
                    valign="top"
                    style="${styles.td};font-weight:600;text-align:left"
                  >
                    ${cell}
                  </th>`
                : html`<td
                    class="text line"
                    align="${align(index)}"
                    valign="top"
                    style="${styles.td};text-align:${align(index)}"
                  >
                    ${cell}
                  </td>`,
            )}
          </tr> `,
      )}
    </tbody>
  </table> `;
}
