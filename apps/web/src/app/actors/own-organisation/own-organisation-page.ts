import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiDomain } from '@mdi/js';
import { organisationTypeLabels, type OrganisationView } from '@runder-tisch/domain/actors';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { phoneLink } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { problemOf } from '../../http/problem-error';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { OwnContactForm } from './own-contact-form';

/** "Unsere Organisation": who speaks for it and how it is reached; one may speak for several. */
@Component({
  selector: 'rt-own-organisation-page',
  imports: [BerlinDatePipe, EmptyState, OwnContactForm, PageHead, ProgressLine, RouterLink],
  templateUrl: './own-organisation-page.html',
  styles: `
    .houses {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-bottom: 18px;
    }
    .people li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px 20px;
      padding: 12px 0;
      border-top: 1px solid var(--rt-line);
    }
    .people li:first-child {
      border-top: 0;
    }
    dd a {
      overflow-wrap: anywhere;
    }
  `,
})
export class OwnOrganisationPage {
  /** Which of several; the first without it. */
  readonly organisation = input<string>();

  private readonly session = inject(Session);
  protected readonly phoneLink = phoneLink;
  protected readonly icon = mdiDomain;
  protected readonly typeLabels = organisationTypeLabels;
  protected readonly editing = signal(false);
  protected readonly mayChange = computed(() => this.session.may('organisation:change-own'));

  private readonly own = httpResource<NamedReference[]>(() => '/api/organisations/own');
  protected readonly houses = computed(() => (this.own.hasValue() ? this.own.value() : null));
  protected readonly chosen = computed(() => {
    const houses = this.houses() ?? [];
    return houses.find((it) => it.id === this.organisation()) ?? houses[0] ?? null;
  });
  private readonly kept = keptObject<OrganisationView>(() => {
    const chosen = this.chosen();
    return chosen ? `/api/organisations/${chosen.id}` : undefined;
  });
  protected readonly view = this.kept.view;
  protected readonly people = computed(() => (this.view()?.people ?? []).filter((person) => !person.toDay));
  protected readonly busy = computed(() => this.own.isLoading() || this.kept.loading());
  private readonly unlisted = problemOf(this.own);
  protected readonly problem = computed(() => this.unlisted() ?? this.kept.problem());

  protected saved(): void {
    this.editing.set(false);
    this.kept.reload();
  }
}
