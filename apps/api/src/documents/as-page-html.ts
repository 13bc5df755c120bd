import type { Block, DocumentContent, Run, TableBlock } from '@runder-tisch/domain/documents';
import { unbroken } from '@runder-tisch/domain/text';
import { sceneAsSvg } from '@runder-tisch/drawing/scene-as-svg';
import { attributes, html, Html, trustedHtml, withLineBreaks } from '../pages/html';
import { safeHref } from './safe-href';

export interface PageHtmlOptions {
  /** Level of the title: 2 where the page has its own h1. */
  readonly titleLevel?: 1 | 2;
  /** Prefix of ids, where several documents stand on one page. */
  readonly id?: string;
}

/** The document as semantic HTML for the frame of `pages/page.ts`; no style attribute, no script. */
export function asPageHtml(content: DocumentContent, options: PageHtmlOptions = {}): Html {
  const titleLevel = options.titleLevel ?? 1;
  const id = options.id ?? 'doc';
  return html`<article class="document" lang="${content.language}">
    <header>
      ${headingOf(titleLevel, content.title)}
      ${content.subtitle && html`<p class="lead">${withLineBreaks(content.subtitle)}</p>`}
    </header>
    ${content.blocks.map((block, index) => blockAsHtml(block, titleLevel - 1, `${id}-${index + 1}`))}
  </article>`;
}

/** Single blocks, for a page that composes its own frame around them. */
export function blocksAsHtml(blocks: readonly Block[], id = 'doc'): Html {
  return html`${blocks.map((block, index) => blockAsHtml(block, 0, `${id}-${index + 1}`))}`;
}

function blockAsHtml(block: Block, deeper: number, id: string): Html {
  switch (block.kind) {
    case 'heading':
      return headingOf(block.level + deeper, block.text);
    case 'paragraph':
      return html`<p>${runsAsHtml(block.runs)}</p>`;
    case 'note':
      return html`<p class="note">${runsAsHtml(block.runs)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${runsAsHtml(item)}</li>`);
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'table':
      return tableAsHtml(block, id);
    case 'facts':
      return html`<dl class="facts">
        ${block.facts.map(
          (fact) =>
            html`<div>
              <dt>${fact.label}</dt>
              <dd>${runsAsHtml(fact.value)}</dd>
            </div>`,
        )}
      </dl>`;
    case 'button': {
      const href = safeHref(block.href);
      const look = block.tone === 'main' ? 'button' : 'button quiet';
      return href
        ? html`<p><a class="${look}" href="${href}">${block.label}</a></p>`
        : html`<p>${block.label}</p>`;
    }
    case 'figure':
      return html`<figure>
        ${trustedHtml(sceneAsSvg(block.scene, { id }))}
        ${block.caption && html`<figcaption>${block.caption}</figcaption>`}
        <details>
          <summary>Als Tabelle</summary>
          ${dataTable(block.scene.table.head, block.scene.table.rows)}
        </details>
      </figure>`;
    case 'picture':
      return html`<figure>
        <img src="${block.source}" alt="${block.alt}" loading="lazy" />
        <figcaption>${block.caption}</figcaption>
      </figure>`;
    case 'divider':
      return html`<hr />`;
    case 'quote':
      return html`<figure class="quote">
        <blockquote><p>${withLineBreaks(block.text)}</p></blockquote>
        ${block.speaker && html`<figcaption>${block.speaker}</figcaption>`}
      </figure>`;
  }
}

function headingOf(level: number, text: string): Html {
  const name = trustedHtml(`h${Math.min(6, Math.max(1, level))}`);
  return html`<${name}>${text}</${name}>`;
}

function runsAsHtml(runs: readonly Run[]): Html {
  return html`${runs.map((run) => {
    const text = withLineBreaks(unbroken(run.text));
    if (run.kind === 'strong') return html`<strong>${text}</strong>`;
    const href = run.kind === 'link' ? safeHref(run.href) : null;
    return href ? html`<a href="${href}">${text}</a>` : text;
  })}`;
}

function tableAsHtml(block: TableBlock, id: string): Html {
  const aligns = block.columns.map((column) =>
    column.align && column.align !== 'start' ? column.align : null,
  );
  const cells = (row: TableBlock['rows'][number]): readonly Html[] =>
    block.columns.map((_, index) => {
      const words = runsAsHtml(row[index] ?? []);
      const look = attributes({ class: aligns[index] });
      return index === 0 && block.rowHeads
        ? html`<th scope="row" ${look}>${words}</th>`
        : html`<td${look}>${words}</td>`;
    });
  return html`<div
    class="table"
    role="region"
    tabindex="0"
    ${
      block.caption
        ? attributes({ 'aria-labelledby': `${id}-caption` })
        : attributes({ 'aria-label': 'Tabelle' })
    }
  >
    <table>
      ${
        block.caption &&
        html`<caption id="${id}-caption">
          ${block.caption}
        </caption>`
      }
      <thead>
        <tr>
          ${block.columns.map(
            (column, index) =>
              html`<th scope="col" ${attributes({ class: aligns[index] })}>${column.head}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${block.rows.map(
          (row) =>
            html`<tr>
              ${cells(row)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function dataTable(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${head.map((text) => html`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((text) => html`<td>${text}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
