import { readFileSync } from 'node:fs';
import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { ACCESS, PUBLIC } from '../access/access';
import { defaultMetadataStorage } from './type-metadata';

interface Answer {
  kind: 'none' | 'file' | 'text' | 'json';
  schema?: object;
}

export interface AnswerSchemas {
  answers: Record<string, Answer>;
  schemas: Record<string, object>;
}

/** One route as the application answers it. */
export interface Operation {
  /** `OrganisationsController.list` */
  id: string;
  method: string;
  /** `/api/organisations/{id}` */
  path: string;
  /** Permission it asks for; null: public. */
  permission: string | null;
  parameters: string[];
  query: string | null;
  body: string | null;
  answer: Answer;
}

const BODY = 3;
const QUERY = 4;
const PARAM = 5;

/** The contract as a document: routes from the controllers, requests from their classes, answers from their types. */
@Injectable()
export class OpenApi {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  operations(schemas: AnswerSchemas): Operation[] {
    return this.discovery
      .getControllers()
      .flatMap((wrapper) => {
        const controller = wrapper.metatype as (new () => object) | undefined;
        if (!controller) return [];
        const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string;
        const prototype = controller.prototype as Record<string, (...args: unknown[]) => unknown>;
        return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
          const handler = prototype[name];
          const method =
            handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
          if (!handler || method === undefined) return [];
          const route = Reflect.getMetadata(PATH_METADATA, handler) as string;
          const path = `/${[prefix, route]
            .map((part) => part.replace(/^\/|\/$/g, ''))
            .filter(Boolean)
            .join('/')}`;
          const id = `${controller.name}.${name}`;
          const isPublic =
            this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [handler, controller]) ?? false;
          return [
            {
              id,
              method: RequestMethod[method],
              path: path.replace(/:(\w+)/g, '{$1}'),
              permission: isPublic
                ? null
                : (this.reflector.get<string | undefined>(ACCESS, handler) ?? '(closed)'),
              ...requestOf(controller, prototype, name),
              answer: schemas.answers[id] ?? { kind: 'none' },
            },
          ];
        });
      })
      .sort((one, other) => one.path.localeCompare(other.path) || one.method.localeCompare(other.method));
  }

  document(schemas: AnswerSchemas): object {
    const paths: Record<string, Record<string, object>> = {};
    for (const operation of this.operations(schemas)) {
      if (!operation.path.startsWith('/api/')) continue;
      (paths[operation.path] ??= {})[operation.method.toLowerCase()] = operationObject(operation);
    }
    const requests = validationMetadatasToSchemas({
      classTransformerMetadataStorage: defaultMetadataStorage,
      refPointerPrefix: '#/components/schemas/',
    });
    for (const schema of Object.values(requests))
      (schema as { additionalProperties?: boolean }).additionalProperties = false;
    return {
      openapi: '3.1.0',
      info: {
        title: 'Runder Tisch',
        version: '1',
        description: 'Beteiligung und Netzwerke in der Sozialplanung eines Landkreises',
      },
      paths,
      components: { schemas: { ...schemas.schemas, ...requests, Problem: problemSchema } },
    };
  }
}

/** Where the build or the test runner put what it read from the types. */
export function readAnswerSchemas(path: string | URL): AnswerSchemas {
  return JSON.parse(readFileSync(path, 'utf8')) as AnswerSchemas;
}

function requestOf(
  controller: new () => object,
  prototype: object,
  name: string,
): Pick<Operation, 'parameters' | 'query' | 'body'> {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number; data?: string }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as { name: string }[];
  const found: Pick<Operation, 'parameters' | 'query' | 'body'> = { parameters: [], query: null, body: null };
  for (const [key, { index, data }] of Object.entries(args)) {
    const kind = Number(key.split(':')[0]);
    const type = types[index]?.name ?? 'Object';
    if (kind === PARAM && data) found.parameters.push(data);
    if (kind === QUERY && type !== 'Object') found.query = type;
    if (kind === BODY && type !== 'Object') found.body = type;
  }
  return found;
}

function operationObject(operation: Operation): object {
  const { answer } = operation;
  const content =
    answer.kind === 'json'
      ? { 'application/json': { schema: answer.schema } }
      : answer.kind === 'file'
        ? { 'application/octet-stream': {} }
        : undefined;
  return {
    operationId: operation.id,
    ...(operation.permission ? { 'x-permission': operation.permission } : { 'x-public': true }),
    parameters: [
      ...operation.parameters.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(operation.query
        ? [
            {
              name: 'query',
              in: 'query',
              style: 'form',
              explode: true,
              schema: { $ref: `#/components/schemas/${operation.query}` },
            },
          ]
        : []),
    ],
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: `#/components/schemas/${operation.body}` } } },
          },
        }
      : {}),
    responses: {
      ...(content ? { '2XX': { description: 'Erledigt', content } } : { '2XX': { description: 'Erledigt' } }),
      default: {
        description: 'Abgelehnt, mit Code und deutschem Satz',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const problemSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'code'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};
