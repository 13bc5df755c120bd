import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiHandHeartOutline } from '@mdi/js';
import type { SocialServiceView } from '@runder-tisch/domain/social-services';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { TraceLists } from '../../trace/trace-lists';
import { SecretPlace } from '../secret-place';
import { ServiceBadge } from '../service-badge';
import { ServiceMoves } from '../service-moves';
import { ServicePreview } from '../service-preview';
import { factRows, isPublic } from '../service-words';

/** One offer as the office sees it: what is public, what changed, and the buttons that decide. */
@Component({
  selector: 'rt-service-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    PageHead,
    ProgressLine,
    RouterLink,
    SecretPlace,
    ServiceBadge,
    ServiceMoves,
    ServicePreview,
    TraceLists,
    UnbrokenPipe,
  ],
  templateUrl: './service-page.html',
  styles: `
    table {
      width: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }
    th,
    td {
      padding: 8px 12px 8px 0;
      border-bottom: 1px solid var(--rt-line);
      text-align: left;
      vertical-align: top;
      white-space: pre-line;
      overflow-wrap: break-word;
      hyphens: auto;
    }
    th:first-child {
      width: 30%;
    }
    thead th {
      color: var(--rt-text-quiet);
      font-weight: 600;
    }
    .gone {
      text-decoration: line-through;
      color: var(--rt-text-quiet);
    }
    .new {
      background: var(--rt-positive-soft);
    }
    .versions {
      display: grid;
      gap: 6px;
    }
    section + section {
      margin-top: calc(var(--rt-space) * 2);
    }
  `,
})
export class ServicePage {
  readonly id = input.required<string>();

  private readonly session = inject(Session);
  protected readonly icon = mdiHandHeartOutline;
  protected readonly back = { label: 'Angebote', link: '/akteure/angebote' };
  protected readonly kept = keptObject<SocialServiceView>(
    () => `/api/social-services/${this.id()}`,
    (service) => service.current.title,
  );
  protected readonly service = this.kept.view;
  protected readonly office = computed(() => this.session.may('service:confirm'));
  protected readonly open = computed(() => {
    const service = this.service();
    return service !== null && isPublic(service);
  });
  /** Side by side, only what is different. */
  protected readonly changes = computed(() => {
    const service = this.service();
    if (!service?.confirmed) return [];
    const before = factRows(service.confirmed);
    return factRows(service.current).flatMap((row, index) => {
      const old = before[index]?.text ?? '';
      return old === row.text ? [] : [{ label: row.label, before: old, after: row.text }];
    });
  });
}
