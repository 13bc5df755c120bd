import { httpResource } from '@angular/common/http';
import { Component, computed, input, signal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { TraceLine, TraceMore, TraceView } from '@runder-tisch/domain/trace';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe, NumberedText } from '@runder-tisch/ui/text';
import { inView } from '../object-page/in-view';

const SHOWN_AT_FIRST = 8;
const INDENT = 18;

/**
 * What led here and what came of it: `<rt-trace-lists kind="organisation" [objectId]="id()" />` on every page.
 * It asks only once it comes into view, says one sentence where there is nothing, and begins with what is nearest.
 */
@Component({
  selector: 'rt-trace-lists',
  imports: [BerlinDatePipe, NumberedText, ProgressLine, RouterLink],
  template: `
    <rt-progress-line [busy]="trace.isLoading()" />
    @if (trace.error()) {
      <p class="rt-note rt-note-warning" role="status">Die Spur ließ sich gerade nicht laden.</p>
    }
    @for (side of sides(); track side.heading) {
      <section>
        <h2>{{ side.heading }}</h2>
        <ol class="lines">
          @for (line of side.lines; track line.kind + line.id) {
            <li [style.margin-inline-start.px]="line.indent">
              <span class="relation">{{ line.relation }}</span>
              <a [routerLink]="line.path"><rt-numbered-text [text]="line.title" /></a>
              <span class="rt-quiet rt-small">
                {{ line.label }}
                @if (line.since) {
                  · {{ line.since | berlinDate: 'short' }}
                }
              </span>
            </li>
          }
        </ol>
        @if (side.more) {
          <button type="button" class="rt-button rt-plain rt-small more" (click)="whole.set(true)">
            {{ side.more }} weitere anzeigen
          </button>
        } @else {
          @for (more of side.beyond; track more.kind) {
            <p class="rt-small more">
              + {{ more.atLeast ? 'mehr als ' : '' }}{{ more.count }} weitere {{ more.label }}
              @if (more.link) {
                · <a [routerLink]="more.link.path" [queryParams]="more.link.query">in der Liste ansehen</a>
              }
            </p>
          }
        }
      </section>
    } @empty {
      @if (trace.hasValue()) {
        <p class="rt-quiet">Noch ist nichts verzeichnet, was hierher führte oder daraus wurde.</p>
      }
    }
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      gap: 20px;
      min-height: 24px;
    }
    rt-progress-line {
      position: absolute;
      inset: -10px 0 auto;
    }
    h2 {
      margin-bottom: 8px;
      font-size: 1.05rem;
    }
    .lines {
      display: grid;
      gap: 10px;
    }
    li {
      display: grid;
      padding-left: 12px;
      border-left: 3px solid var(--rt-line);
    }
    .relation {
      color: var(--rt-text-quiet);
      font-size: 0.875rem;
    }
    a {
      font-weight: 600;
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    a:hover {
      text-decoration: underline;
    }
    .more {
      margin-top: 10px;
    }
  `,
})
export class TraceLists {
  readonly kind = input.required<string>();
  readonly objectId = input.required<string>();
  protected readonly whole = signal(false);
  private readonly seen = inView();
  protected readonly trace = httpResource<TraceView>(() =>
    this.seen() ? `/api/trace/${this.kind()}/${this.objectId()}` : undefined,
  );
  protected readonly sides = computed(() => {
    const view = this.trace.hasValue() ? this.trace.value() : nothing;
    return [
      this.side('Was hierher führte', view.ledHere, view.moreLedHere),
      this.side('Was daraus wurde', view.cameOfIt, view.moreCameOfIt),
    ].filter((side) => side.lines.length > 0);
  });

  private side(heading: string, all: readonly TraceLine[], more: readonly TraceMore[]) {
    const shown = this.whole() ? all : all.slice(0, SHOWN_AT_FIRST);
    const lines = shown.map((line) => ({ ...line, indent: (line.depth - 1) * INDENT }));
    const beyond = more.map((it) => ({ ...it, link: it.path === null ? null : linkOf(it.path) }));
    return { heading, lines, more: all.length - shown.length, beyond };
  }
}

const nothing: TraceView = { ledHere: [], cameOfIt: [], moreLedHere: [], moreCameOfIt: [] };

function linkOf(path: string): { path: string; query: Params } {
  const url = new URL(path, 'http://here');
  return { path: url.pathname, query: Object.fromEntries(url.searchParams) };
}
