import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Client } from '@runder-tisch/scenario/client';
import { answerSchemasPath } from '../src/open-data/openapi.controller';
import { OpenApi, type Operation, readAnswerSchemas } from '../src/open-data/openapi';

/**
 * From now on every answer a client of the tests gets is held against openapi.json, with no property
 * beyond the declared ones: wrong documentation and leaked fields fail the test that met them.
 */
export function holdAnswersAgainstContract(openApi: OpenApi): void {
  const schemas = readAnswerSchemas(answerSchemasPath());
  const operations = openApi.operations(schemas).filter((it) => it.path.startsWith('/api/'));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'contract', components: { schemas: schemas.schemas } });
  const validators = new Map<string, ValidateFunction>();

  const validatorOf = (operation: Operation): ValidateFunction => {
    let validator = validators.get(operation.id);
    if (!validator) {
      const schema = JSON.parse(
        JSON.stringify(operation.answer.schema).replaceAll('"#/components', '"contract#/components'),
      ) as object;
      validator = ajv.compile(schema);
      validators.set(operation.id, validator);
    }
    return validator;
  };

  Client.watcher = (method, path, status, view) => {
    if (status >= 300) return;
    const operation = operationFor(operations, method, path.split('?')[0] as string);
    if (operation?.answer.kind !== 'json') return;
    const validate = validatorOf(operation);
    if (!validate(view)) {
      throw new Error(
        `${operation.id} answers something else than its type says: ${ajv.errorsText(validate.errors)}`,
      );
    }
  };
}

/** Fixed paths win over those with parameters, as in the router. */
function operationFor(operations: readonly Operation[], method: string, path: string): Operation | undefined {
  const parts = path.split('/');
  return operations
    .filter((it) => it.method === method && fits(it.path.split('/'), parts))
    .sort((one, other) => one.parameters.length - other.parameters.length)[0];
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, index) => part.startsWith('{') || part === parts[index])
  );
}
