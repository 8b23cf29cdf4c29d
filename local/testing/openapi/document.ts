import * as z from "zod";

/** The parts of an OpenAPI document that its tests go by. */
const schema = z.record(z.string(), z.unknown());
export type Schema = z.infer<typeof schema>;

const content = z.record(z.string(), z.object({ schema, example: z.unknown().optional() }));
const parameter = z.object({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean(),
  schema,
});
const operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.unknown())),
  "x-scopes": z.array(z.string()).optional(),
  parameters: z.array(parameter),
  requestBody: z.object({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

export type Document = z.infer<typeof documentSchema>;
export type Operation = z.infer<typeof operation> & { method: string; path: string; body: Schema | undefined };

export const parseDocument = (value: unknown): Document => documentSchema.parse(value);

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, found]) => ({
      ...found,
      ...{ method: method.toUpperCase(), path },
      body: found.requestBody?.content["application/json"]?.schema,
    })),
  );
}

/** The schema that a reference means, any other as it is. */
export function resolved({ components }: Document, given: Schema): Schema {
  const name = typeof given.$ref === "string" ? given.$ref.split("/").at(-1) : undefined;
  return name === undefined ? given : resolved({ components } as Document, components.schemas[name] ?? {});
}
