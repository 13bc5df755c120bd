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
}

/**
 * `entry = requestForm(SaveOrganisation, { name: 'Ahornhaus' })` in an injection context. `rules` adds what
 * only this form asks for, for example a hidden field.
 */
export function requestForm<T extends object>(
  requestClass: RequestClass<T>,
  initial: Partial<T> = {},
  rules?: (path: SchemaPathTree<FormModel<T>>) => void,
): RequestForm<T> {
  const model = signal(formModel(requestClass, initial));
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
    rules?.(path);
  });
  const failedAttempts = signal(0);
  const refusal = signal<ProblemError | null>(null);
  const root = fields as unknown as FieldTree<unknown>;
  let intent = newIntent();

  return {
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
        intent = newIntent();
        failedAttempts.set(0);
        root().reset();
      } else failedAttempts.update((count) => count + 1);
      return done;
    },
    reset(next = {}) {
      refusal.set(null);
      refused.set([]);
      failedAttempts.set(0);
      intent = newIntent();
      root().reset(formModel(requestClass, next));
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
