import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TraceView } from '@runder-tisch/domain/trace';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';

/** What led here and what came of it: `<rt-trace-lists kind="organisation" [objectId]="id()" />` on every page. */
@Component({
  selector: 'rt-trace-lists',
  imports: [BerlinDatePipe, ProgressLine, RouterLink],
  template: `
    <rt-progress-line [busy]="trace.isLoading()" />
    @if (trace.error()) {
      <p class="rt-note rt-note-warning" role="status">Die Spur ließ sich gerade nicht laden.</p>
    }
    @for (side of sides(); track side.heading) {
      <section>
        <h3>{{ side.heading }}</h3>
        @if (side.lines.length) {
          <ol class="lines">
            @for (line of side.lines; track line.kind + line.id) {
              <li [style.margin-inline-start.px]="(line.depth - 1) * 18">
                <span class="relation">{{ line.relation }}</span>
                <a [routerLink]="line.path">{{ line.title }}</a>
                <span class="rt-quiet rt-small">
                  {{ line.label }}
                  @if (line.since) {
                    · {{ line.since | berlinDate: 'short' }}
                  }
                </span>
              </li>
            }
          </ol>
        } @else if (trace.hasValue()) {
          <p class="rt-quiet">{{ side.empty }}</p>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
    h3 {
      margin-bottom: 8px;
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
    }
    a:hover {
      text-decoration: underline;
    }
  `,
})
export class TraceLists {
  readonly kind = input.required<string>();
  readonly objectId = input.required<string>();
  protected readonly trace = httpResource<TraceView>(() => `/api/trace/${this.kind()}/${this.objectId()}`);
  protected readonly sides = computed(() => {
    const view = this.trace.hasValue() ? this.trace.value() : null;
    return [
      { heading: 'Was hierher führte', lines: view?.ledHere ?? [], empty: 'Dazu ist nichts verzeichnet.' },
      { heading: 'Was daraus wurde', lines: view?.cameOfIt ?? [], empty: 'Noch nichts verzeichnet.' },
    ];
  });
}
