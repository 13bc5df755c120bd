import { computed, signal, type Signal, type WritableSignal } from '@angular/core';
import {
  MAX_LENGTH,
  REQUIRED,
  form,
  metadata,
  submit,
  validateStandardSchema,
  validateTree,
  type FieldTree,
  type SchemaPath,
  type SchemaPathTree,
  type ValidationError,
} from '@angular/forms/signals';
import { asProblemError, type ProblemError } from '../http/problem-error';
import { newIntent } from '../http/api';
import { type Beside, keptForm } from './kept-form';
import {
  asRequest,
  factsOf,
  formModel,
  requestSchema,
  type FormModel,
  type RequestClass,
} from './request-schema';

/** A form over a request class: the same rules as the API, German sentences, refusals at their fields. */
export interface RequestForm<T extends object> {
  /** For the template: `[formField]="entry.fields.name"`. */
  readonly fields: FieldTree<FormModel<T>>;
  readonly model: WritableSignal<FormModel<T>>;
  readonly busy: Signal<boolean>;
  readonly dirty: Signal<boolean>;
  readonly failedAttempts: Signal<number>;
  /** The German sentence of the last refusal as far as it belongs to no field. */
  readonly problem: Signal<string | null>;
  /** The refusal itself, for a page that offers a way out, such as after 412. */
  readonly refusal: Signal<ProblemError | null>;
  /** The key that makes repeated attempts one deed; a new one after success. */
  intent(): string;
  /** Checks, sends, and routes refusals. True when done. Otherwise the summary or the field has the focus. */
  submit(send: (request: T) => Promise<unknown>): Promise<boolean>;
  /** Starts over with other values. */
  reset(initial?: Partial<T>): void;
  /** "von 14:32 Uhr": when the words were typed that came back behind a reload; null where none did. */
  readonly returned: Signal<string | null>;
  /** Gives up the words that came back. */
  discard(): void;
}

export interface RequestFormOptions<T extends object> {
  /** What only this form asks for, for example a hidden field. */
  rules?: (path: SchemaPathTree<FormModel<T>>) => void;
  /** What it is about where a page has several forms of its kind, such as the id of a row: words come back there only. */
  about?: () => string | null | undefined;
  /** Nothing of it may stay on the device: passwords, and words whose author shall not be known. */
  secret?: boolean;
  /** Fields that may not stay there, such as an address that is to be kept secret. */
  never?: readonly (keyof T & string)[];
  /** What is typed beside the fields and belongs to the form, such as an agenda. */
  beside?: Readonly<Record<string, Beside>>;
  /** Whether something beside was changed. */
  changed?: WritableSignal<boolean>;
}

/**
 * `entry = requestForm(SaveOrganisation, { name: 'Ahornhaus' })` in an injection context. What is typed is kept on
 * the device under the account until it is saved (docs/decisions/sessions.md).
 */
export function requestForm<T extends object>(
  requestClass: RequestClass<T>,
  initial: Partial<T> = {},
  options: RequestFormOptions<T> = {},
): RequestForm<T> {
  const base = signal(formModel(requestClass, initial));
  const model = signal(base());
  // Angular keeps refusals of the server until their field is edited and will not send again before; after a
  // lost connection one must be able to just press the button once more, so they are kept here.
  const refused = signal<readonly RefusedField[]>([]);
  const facts = factsOf(requestClass);
  const fields = form<FormModel<T>>(model, (path) => {
    // The fields of a generic request are known by name only at run time; Angular's path types cannot say so.
    const byName = path as unknown as Record<string, SchemaPath<string>>;
    for (const [name, fact] of facts) {
      const field = byName[name];
      if (!field) continue;
      metadata(field, REQUIRED, () => fact.required);
      if (fact.maxLength !== undefined) metadata(field, MAX_LENGTH, () => fact.maxLength);
    }
    validateStandardSchema(path as never, requestSchema(requestClass) as never);
    validateTree(path as never, () =>
      refused()
        .filter(isUnchanged)
        .map((field) => field.error),
    );
    options.rules?.(path);
  });
  const failedAttempts = signal(0);
  const refusal = signal<ProblemError | null>(null);
  const root = fields as unknown as FieldTree<unknown>;
  let intent = newIntent();
  const begin = (values: FormModel<T>) => {
    refusal.set(null);
    refused.set([]);
    failedAttempts.set(0);
    intent = newIntent();
    root().reset(values);
    base.set(values);
  };
  const kept = options.secret
    ? null
    : keptForm({
        // Names of classes do not outlive the build, those of their fields do.
        shape: Object.keys(base()).join(','),
        about: () => options.about?.() ?? null,
        never: options.never ?? [],
        beside: options.beside ?? {},
        base,
        values: model,
        dirty: computed(() => root().dirty() || (options.changed?.() ?? false)),
        fill: (words) => {
          const before = model() as Record<string, unknown>;
          if (options.beside) options.changed?.set(true);
          model.set({ ...before, ...words } as FormModel<T>);
          for (const [name, value] of Object.entries(words))
            if (JSON.stringify(value) !== JSON.stringify(before[name])) fieldAt(root, name)?.().markAsDirty();
        },
      });

  return {
    returned: kept?.returned ?? signal(null).asReadonly(),
    discard() {
      kept?.discard();
      begin(base());
    },
    fields,
    model,
    failedAttempts: failedAttempts.asReadonly(),
    refusal: refusal.asReadonly(),
    busy: computed(() => root().submitting()),
    dirty: computed(() => root().dirty()),
    problem: computed(() => (refused().length ? null : (refusal()?.says ?? null))),
    intent: () => intent,
    async submit(send) {
      refusal.set(null);
      refused.set([]);
      let done = false;
      await submit(root, async () => {
        try {
          await send(asRequest(requestClass, model()));
          done = true;
        } catch (failed) {
          const problem = asProblemError(failed);
          refused.set(atTheirFields(root, problem));
          refusal.set(problem);
        }
      });
      if (done) {
        kept?.done();
        intent = newIntent();
        failedAttempts.set(0);
        root().reset();
        base.set(model());
      } else failedAttempts.update((count) => count + 1);
      return done;
    },
    reset(next = {}) {
      const values = formModel(requestClass, next);
      // The page fills it once more, as something else it waited for has come: what came back stays.
      if (kept?.returned() && JSON.stringify(values) === JSON.stringify(base())) return;
      kept?.done();
      begin(values);
    },
  };
}

interface RefusedField {
  value: unknown;
  error: ValidationError.WithFieldTree;
}

/** A refusal stands until what it refused has been changed. */
function isUnchanged(refused: RefusedField): boolean {
  return refused.error.fieldTree().value() === refused.value;
}

/** `errors[{ path: 'rows.0.mail' }]` of a refusal, each at the field it names. */
function atTheirFields(root: FieldTree<unknown>, problem: ProblemError): RefusedField[] {
  return problem.errors.flatMap((error) => {
    const fieldTree = fieldAt(root, error.path);
    if (!fieldTree) return [];
    const message = error.detail ?? problem.says;
    return [{ value: fieldTree().value(), error: { kind: error.code, message, fieldTree } }];
  });
}

function fieldAt(root: FieldTree<unknown>, path: string): FieldTree<unknown> | null {
  if (!path) return null;
  let here: unknown = root;
  for (const step of path.split('.')) {
    here = (here as Record<string, unknown> | undefined)?.[step];
    if (typeof here !== 'function') return null;
  }
  return here as FieldTree<unknown>;
}
