import { answerChanges, inputChanges, isJson, type Json, jsonAt } from "./schemas";

/** What a caller of the API as `before` describes it would stumble over in the API as `after` does; empty where nothing. */
export function breakingChanges(before: Json, after: Json): string[] {
  return operationsOf(before).flatMap(({ path, method, operation }) => {
    const place = `${method.toUpperCase()} ${path}`;
    const now = jsonAt(after, "paths", path, method);
    if (!now) return [`${place} is gone`];
    return operationChanges({ before, after }, operation, now).map((change) => `${place}: ${change}`);
  });
}

export type Documents = { before: Json; after: Json };

function operationChanges(documents: Documents, was: Json, is: Json): string[] {
  return [
    ...(was.operationId === is.operationId ? [] : [`is called ${is.operationId}, not ${was.operationId}`]),
    ...accessChanges(was, is),
    ...parameterChanges(documents, was, is),
    ...bodyChanges(documents, was, is),
    ...responseChanges(documents, was, is),
  ];
}

function accessChanges(was: Json, is: Json): string[] {
  const isOpen = ({ security }: Json) =>
    Array.isArray(security) && (security.length === 0 || security.some((each) => Object.keys(each).length === 0));
  if (isOpen(was) && !isOpen(is)) return ["asks who calls"];
  const [before, after] = [listOf(was["x-scopes"]), listOf(is["x-scopes"])];
  if (after.length === 0 || isOpen(was)) return [];
  if (before.length === 0) return [`asks for the scope ${after.join(" or ")}`];
  return before.filter((scope) => !after.includes(scope)).map((scope) => `the scope ${scope} no longer opens it`);
}

function parameterChanges(documents: Documents, was: Json, is: Json): string[] {
  const [before, after] = [parametersOf(was), parametersOf(is)];
  return [
    ...[...before].flatMap(([key, one]) => {
      const now = after.get(key);
      if (!now) return [`the ${key} is gone`];
      const required = now.required === true && one.required !== true ? [`the ${key} is required`] : [];
      return [...required, ...inputChanges(documents, `the ${key}`, one.schema, now.schema)];
    }),
    ...[...after]
      .filter(([key, one]) => one.required === true && !before.has(key))
      .map(([key]) => `the ${key} is new and required`),
  ];
}

function bodyChanges(documents: Documents, was: Json, is: Json): string[] {
  const [before, after] = [jsonAt(was, "requestBody"), jsonAt(is, "requestBody")];
  if (!before) return after?.required === true ? ["a body is required"] : [];
  if (!after) return ["takes no body any more"];
  return contentOf(before).flatMap(([type, { schema }]) => {
    const now = jsonAt(after, "content", type);
    return now ? inputChanges(documents, "body", schema, now.schema) : [`takes no ${type} any more`];
  });
}

function responseChanges(documents: Documents, was: Json, is: Json): string[] {
  return Object.entries(jsonAt(was, "responses") ?? {}).flatMap(([status, before]) => {
    const after = jsonAt(is, "responses", status);
    if (!after || !isJson(before)) return [`the answer ${status} is gone`];
    const headers = Object.keys(jsonAt(before, "headers") ?? {}).filter((name) => !jsonAt(after, "headers", name));
    return [
      ...headers.map((name) => `${status} has lost its header ${name}`),
      ...contentOf(before).flatMap(([type, { schema }]) => {
        const now = jsonAt(after, "content", type);
        if (!now) return [`${status} is no longer ${type}`];
        // A refusal may come to have another reason: callers are told to go by the status where they do not know the code.
        return answerChanges(documents, status, schema, now.schema, { mayGrow: Number(status) >= 400 });
      }),
    ];
  });
}

const METHODS = ["get", "post", "put", "patch", "delete"];

export function operationsOf(document: Json): { path: string; method: string; operation: Json }[] {
  return Object.entries(jsonAt(document, "paths") ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = isJson(item) ? jsonAt(item, method) : undefined;
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

function parametersOf({ parameters }: Json): Map<string, Json> {
  const all = Array.isArray(parameters) ? parameters.filter(isJson) : [];
  return new Map(all.map((one) => [`${one.in} parameter ${one.name}`, one]));
}

const contentOf = (holder: Json) =>
  Object.entries(jsonAt(holder, "content") ?? {}).filter((entry): entry is [string, Json] => isJson(entry[1]));

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
