import { Component, computed, input } from '@angular/core';
import { compareTemplates, stepDifferenceLabels, type TemplateView } from '@runder-tisch/domain/cycles';

/** Two versions side by side: what came, what went, what was moved, what is told differently. */
@Component({
  selector: 'rt-template-comparison',
  template: `
    <section class="rt-card" aria-labelledby="vergleich">
      <h2 id="vergleich">Fassung {{ before().number }} und Fassung {{ after().number }}</h2>
      <p class="rt-quiet">{{ sentence() }}</p>
      <ul class="rt-entries">
        @for (step of differing(); track step.key) {
          <li>
            <p>
              <strong
                >{{ (step.after ?? step.before)?.number }} {{ (step.after ?? step.before)?.title }}</strong
              >
              @for (difference of step.differences; track difference) {
                <span class="rt-badge" [class.rt-badge-accent]="difference !== 'removed'">{{
                  labels[difference]
                }}</span>
              }
            </p>
            @if (step.differences.includes('moved') && step.before && step.after) {
              <p class="rt-quiet">
                Bisher {{ step.before.number }} in „{{ step.before.phase }}“, jetzt {{ step.after.number }} in
                „{{ step.after.phase }}“
              </p>
            }
            @if (step.fields.length) {
              <table>
                <thead>
                  <tr>
                    <th scope="col">Angabe</th>
                    <th scope="col">Fassung {{ before().number }}</th>
                    <th scope="col">Fassung {{ after().number }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (field of step.fields; track field.label) {
                    <tr>
                      <th scope="row">{{ field.label }}</th>
                      <td class="rt-lines">{{ field.before || 'nicht angegeben' }}</td>
                      <td class="rt-lines">{{ field.after || 'nicht angegeben' }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    table {
      width: 100%;
      margin-top: 8px;
      border-collapse: collapse;
      table-layout: fixed;
    }
    th,
    td {
      padding: 6px 12px 6px 0;
      text-align: left;
      vertical-align: top;
      overflow-wrap: anywhere;
    }
    tbody tr {
      border-top: 1px solid var(--rt-line);
    }
    .rt-badge {
      margin-left: 6px;
    }
  `,
})
export class TemplateComparison {
  readonly before = input.required<TemplateView>();
  readonly after = input.required<TemplateView>();

  protected readonly labels = stepDifferenceLabels;
  private readonly steps = computed(() => compareTemplates(this.before().phases, this.after().phases));
  protected readonly differing = computed(() =>
    this.steps().filter(({ differences }) => !differences.includes('same')),
  );
  protected readonly sentence = computed(() => {
    const count = (kind: keyof typeof stepDifferenceLabels) =>
      this.steps().filter(({ differences }) => differences.includes(kind)).length;
    if (this.differing().length === 0) return 'Beide Fassungen sind gleich.';
    const told = (['added', 'removed', 'moved', 'changed'] as const)
      .filter((kind) => count(kind) > 0)
      .map((kind) => `${count(kind)} ${stepDifferenceLabels[kind]}`);
    return `${told.join(', ')}, ${count('same')} gleich.`;
  });
}
