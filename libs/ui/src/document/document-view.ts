import { NgTemplateOutlet } from '@angular/common';
import { booleanAttribute, Component, input } from '@angular/core';
import type { Block, Run, TableColumn } from '@runder-tisch/domain/documents';
import { unbroken } from '@runder-tisch/domain/text';
import { SceneView } from '../drawing/scene-view';

/** One href a letter may carry on the screen: the web, a mail, a phone, a page of this site. */
const known = /^(?:https?:\/\/[^\s\\]|mailto:[^\s]|tel:[+0-9]|\/(?![/\\]))/i;

/**
 * A document of blocks as it will leave the house: letters before they are sent, protocols. Headings begin at
 * level 3, because the page around has its own. Links are words only, unless `live` is set: a preview must not
 * lead anywhere.
 */
@Component({
  selector: 'rt-document',
  imports: [NgTemplateOutlet, SceneView],
  template: `
    <ng-template #runs let-runs>
      @for (run of asRuns(runs); track $index) {
        @switch (run.kind) {
          @case ('strong') {
            <strong>{{ unbroken(run.text) }}</strong>
          }
          @case ('link') {
            @if (hrefOf(run); as href) {
              <a [href]="href" target="_blank" rel="noopener noreferrer">{{ unbroken(run.text) }}</a>
            } @else {
              <span class="link">{{ unbroken(run.text) }}</span>
            }
          }
          @default {
            <span>{{ unbroken(run.text) }}</span>
          }
        }
      }
    </ng-template>
    @for (block of blocks(); track $index; let index = $index) {
      @switch (block.kind) {
        @case ('heading') {
          @if (block.level === 2) {
            <h3>{{ block.text }}</h3>
          } @else {
            <h4>{{ block.text }}</h4>
          }
        }
        @case ('paragraph') {
          <p>
            <ng-container [ngTemplateOutlet]="runs" [ngTemplateOutletContext]="{ $implicit: block.runs }" />
          </p>
        }
        @case ('note') {
          <p class="note">
            <ng-container [ngTemplateOutlet]="runs" [ngTemplateOutletContext]="{ $implicit: block.runs }" />
          </p>
        }
        @case ('list') {
          @if (block.ordered) {
            <ol>
              @for (item of block.items; track $index) {
                <li>
                  <ng-container [ngTemplateOutlet]="runs" [ngTemplateOutletContext]="{ $implicit: item }" />
                </li>
              }
            </ol>
          } @else {
            <ul>
              @for (item of block.items; track $index) {
                <li>
                  <ng-container [ngTemplateOutlet]="runs" [ngTemplateOutletContext]="{ $implicit: item }" />
                </li>
              }
            </ul>
          }
        }
        @case ('facts') {
          <dl>
            @for (fact of block.facts; track $index) {
              <dt>{{ fact.label }}</dt>
              <dd>
                <ng-container
                  [ngTemplateOutlet]="runs"
                  [ngTemplateOutletContext]="{ $implicit: fact.value }"
                />
              </dd>
            }
          </dl>
        }
        @case ('table') {
          <!-- The roles are written out because a phone stacks broad tables and takes their meaning away with the display. -->
          <div
            class="table"
            [class.broad]="block.columns.length > 3"
            tabindex="0"
            role="group"
            [attr.aria-label]="block.caption || 'Tabelle'"
          >
            <table role="table">
              @if (block.caption) {
                <caption [class.rt-unseen]="said(index, block.caption)">
                  {{
                    block.caption
                  }}
                </caption>
              }
              <thead role="rowgroup">
                <tr role="row">
                  @for (column of block.columns; track $index) {
                    <th
                      role="columnheader"
                      scope="col"
                      [class.end]="column.align === 'end'"
                      [style.width.%]="widthOf(block.columns, column)"
                    >
                      {{ column.head }}
                    </th>
                  }
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of block.rows; track $index) {
                  <tr role="row">
                    @for (column of block.columns; track $index) {
                      <td
                        role="cell"
                        [class.end]="column.align === 'end'"
                        [class.head]="block.rowHeads && $index === 0"
                      >
                        <span class="label" aria-hidden="true">{{ column.head }}</span>
                        <ng-container
                          [ngTemplateOutlet]="runs"
                          [ngTemplateOutletContext]="{ $implicit: row[$index] ?? [] }"
                        />
                      </td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
        @case ('button') {
          <p>
            @if (hrefOf(block); as href) {
              <a class="rt-button" [class.rt-primary]="block.tone === 'main'" [href]="href">{{
                block.label
              }}</a>
            } @else {
              <span class="button" [class.main]="block.tone === 'main'">{{ block.label }}</span>
            }
          </p>
        }
        @case ('figure') {
          <figure>
            <rt-scene [scene]="block.scene" />
            @if (block.caption) {
              <figcaption>{{ block.caption }}</figcaption>
            }
          </figure>
        }
        @case ('picture') {
          <figure class="picture">
            <img [src]="block.source" [alt]="block.alt" loading="lazy" />
            <figcaption>{{ block.caption }}</figcaption>
          </figure>
        }
        @case ('divider') {
          <hr />
        }
        @case ('quote') {
          <figure class="quote">
            <blockquote>„{{ block.text }}“</blockquote>
            @if (block.speaker) {
              <figcaption>{{ block.speaker }}</figcaption>
            }
          </figure>
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 14px;
      overflow-wrap: anywhere;
    }
    p,
    li,
    dd,
    td,
    blockquote {
      white-space: pre-line;
    }
    h3 {
      margin-top: 8px;
    }
    ul,
    ol {
      padding-left: 22px;
    }
    li + li {
      margin-top: 4px;
    }
    hr {
      width: 100%;
      margin: 0;
    }
    .picture img {
      max-width: 100%;
      max-height: 30rem;
    }
    .note,
    figcaption {
      color: var(--rt-text-quiet);
      font-size: 0.9375rem;
    }
    dl {
      display: grid;
      gap: 6px 20px;
      padding: 12px 0;
      border-block: 1px solid var(--rt-line);
    }
    @media (min-width: 480px) {
      dl {
        grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr);
      }
    }
    dt {
      color: var(--rt-text-quiet);
    }
    .link {
      color: var(--rt-accent);
      text-decoration: underline;
      text-underline-offset: 0.18em;
    }
    .button {
      display: inline-block;
      padding: 9px 20px;
      border: 1px solid var(--rt-accent);
      border-radius: var(--rt-radius);
      color: var(--rt-accent);
      font-weight: 650;
    }
    .button.main {
      background: var(--rt-accent);
      color: var(--rt-on-accent);
    }
    .table {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    caption {
      padding-bottom: 6px;
      font-weight: 650;
      text-align: left;
    }
    th,
    td {
      padding: 6px 12px 6px 0;
      border-bottom: 1px solid var(--rt-line);
      text-align: left;
      vertical-align: top;
      /* A narrow table is pushed sideways rather than broken inside names and dates. */
      overflow-wrap: break-word;
      hyphens: auto;
    }
    th {
      color: var(--rt-text-quiet);
      font-weight: 600;
    }
    .end {
      text-align: right;
    }
    .head {
      font-weight: 600;
    }
    .label {
      display: none;
    }
    @media screen and (max-width: 40rem) {
      .broad thead {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .broad :is(table, tbody, tr, td) {
        display: block;
        width: 100%;
      }
      /* Else it is as wide as one letter. */
      .broad caption:not(.rt-unseen) {
        display: block;
      }
      .broad tr {
        padding: 10px 0;
        border-bottom: 1px solid var(--rt-line);
      }
      .broad td {
        padding: 3px 0;
        border: 0;
        text-align: left;
      }
      .broad td:not(.head) .label {
        display: block;
        color: var(--rt-text-quiet);
        font-size: 0.875rem;
      }
    }
    .quote {
      padding-left: 14px;
      border-left: 4px solid var(--rt-accent);
    }
    blockquote {
      margin: 0;
    }
  `,
})
export class DocumentView {
  protected readonly unbroken = unbroken;
  readonly blocks = input.required<readonly Block[]>();
  /** Whether links lead somewhere. */
  readonly live = input(false, { transform: booleanAttribute });

  /** The heading right above names the table already; its name stays for those who hear it. */
  protected said(index: number, caption: string): boolean {
    const above = this.blocks()[index - 1];
    return above?.kind === 'heading' && above.text === caption;
  }

  /** As on paper, where somebody gave the columns their shares; else the words decide. */
  protected widthOf(columns: readonly TableColumn[], { share = 1 }: TableColumn): number | null {
    if (columns.every((it) => it.share === undefined)) return null;
    return (share / columns.reduce((sum, it) => sum + (it.share ?? 1), 0)) * 100;
  }

  /** Names the type inside the template, whose context knows none. */
  protected asRuns(runs: readonly Run[]): readonly Run[] {
    return runs;
  }

  protected hrefOf({ href }: { href: string }): string | null {
    return this.live() && known.test(href.trim()) ? href.trim() : null;
  }
}
