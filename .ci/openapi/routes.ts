import type { Contract } from "../../lib/web/api/contract";

/** A file of `app/api/v1` and what it exports, by name. */
export type Route = { file: string; exported: Record<string, unknown> };

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const NOT_ASKED = ["HEAD", "OPTIONS"];

/** What the document is served by: it describes the others. */
const OF_THE_DOCUMENT = ["/openapi.json", "/docs"];

/** Where routes and contracts part: a method that no contract describes, one in the wrong place, a contract that nobody serves. */
export function routeFaults(routes: readonly Route[], contracts: readonly Contract[]): string[] {
  const served = routes.filter(({ file }) => !OF_THE_DOCUMENT.includes(pathOf(file)));
  const found = new Set(served.flatMap(({ exported }) => Object.values(exported).map(contractOf)));
  return [
    ...served.flatMap((route) => faultsOf(route, contracts)),
    ...contracts.filter((contract) => !found.has(contract)).map(({ id }) => `${id} has no route`),
    ...twice(contracts.map(({ id }) => id)).map((id) => `${id} is the name of two operations`),
    ...twice(contracts.map(({ method, path }) => `${method} ${path}`)).map((place) => `${place} has two contracts`),
  ];
}

function faultsOf({ file, exported }: Route, contracts: readonly Contract[]): string[] {
  const path = pathOf(file);
  const present = METHODS.filter((method) => contractOf(exported[method]) !== undefined);
  return [...METHODS, ...NOT_ASKED].flatMap((method): string[] => {
    const handler = exported[method];
    const where = `${file}: ${method}`;
    if (handler === undefined) {
      return METHODS.includes(method) ? [`${where} is left to Next's own 405; say only(…)`] : [];
    }
    const allowed = allowedOf(handler);
    if (allowed) {
      const isTrue = allowed.toSorted().join() === present.toSorted().join();
      return isTrue ? [] : [`${where} says that the path takes ${allowed.join(", ")}; it takes ${present.join(", ")}`];
    }
    const contract = contractOf(handler);
    if (!contract) return [`${where} is no operation(): it has no contract`];
    if (!contracts.includes(contract)) return [`${where} has a contract that CONTRACTS does not list`];
    if (contract.method !== method || contract.path !== path)
      return [`${where} has the contract of ${contract.method} ${contract.path}`];
    return [];
  });
}

/** `app/api/v1/venues/[id]/route.ts` is `/venues/{id}`. */
export const pathOf = (file: string): string =>
  file
    .replace(/^.*app\/api\/v1/, "")
    .replace(/\/route\.tsx?$/, "")
    .replaceAll("[", "{")
    .replaceAll("]", "}");

function contractOf(handler: unknown): Contract | undefined {
  if (typeof handler !== "function" || !("contract" in handler)) return undefined;
  return handler.contract as Contract;
}

function allowedOf(handler: unknown): string[] | undefined {
  if (typeof handler !== "function" || !("allowed" in handler)) return undefined;
  return Array.isArray(handler.allowed) ? handler.allowed.map(String) : undefined;
}

const twice = (names: string[]) => [...new Set(names.filter((name, n) => names.indexOf(name) !== n))];
