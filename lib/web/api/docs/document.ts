import "server-only";

/** The parts of the document that its page shows. It is made in `../openapi.ts`, next door. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
};
type Content = Record<string, { schema: Schema; example?: unknown }>;
export type Parameter = { name: string; in: string; required: boolean; description?: string; schema: Schema };
export type OperationObject = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, unknown>[];
  "x-scopes"?: string[];
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
export type ApiDocument = {
  info: { title: string; version: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
};

export type Shown = OperationObject & { method: string; path: string };

export const shownOperations = ({ paths }: ApiDocument): Shown[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );

/** The codes that an operation's answers of a status may carry. */
export const codesOf = ({ content }: OperationObject["responses"][string]): string[] =>
  (content?.["application/problem+json"]?.schema.allOf?.[1]?.properties?.code?.enum ?? []).map(String);
