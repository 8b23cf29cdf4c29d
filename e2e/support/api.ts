import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import type { Answer } from "../../local/testing/ask";
import { answerChecker } from "../../local/testing/openapi/answers";
import { type Document, operationsOf, parseDocument } from "../../local/testing/openapi/document";
import { inDatabase } from "./database";

/** A key of a demo hall with these scopes, written down instead of made on the dashboard. */
export async function apiKey(scopes: readonly string[], slug = "parbhani"): Promise<string> {
  const key = `mandap_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(key).digest("hex");
  await inDatabase((sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', 'mandap_platform', true)`;
      await tx`insert into api_keys (tenant_id, id, name, scopes, hash, prefix)
        select id, ${randomUUID()}, 'Test', ${[...scopes]}, ${hash}, ${key.slice(0, 13)} from tenants where slug = ${slug}`;
    }),
  );
  return key;
}

export type Call = {
  params?: { id: string };
  query?: Record<string, string>;
  body?: object;
  headers?: Record<string, string>;
};

/** Calls operations by their name and holds each answer against the published document. */
export class ApiClient {
  readonly called = new Set<string>();
  readonly #check: ReturnType<typeof answerChecker>;

  private constructor(
    readonly request: APIRequestContext,
    readonly document: Document,
    readonly key: string,
  ) {
    this.#check = answerChecker(document);
  }

  static async open(request: APIRequestContext, key: string): Promise<ApiClient> {
    const answer = await request.get("/api/v1/openapi.json");
    if (answer.status() !== 200) throw new Error(`the document was ${answer.status()}`);
    return new ApiClient(request, parseDocument(await answer.json()), key);
  }

  names(): string[] {
    return operationsOf(this.document).map(({ operationId }) => operationId);
  }

  /** The answer, sound by the document. Throws where it is not. */
  async ask(name: string, { params, query, body, headers }: Call = {}): Promise<Answer & { json: unknown }> {
    const operation = operationsOf(this.document).find(({ operationId }) => operationId === name);
    if (!operation) throw new Error(`the document has no ${name}`);
    const answer = await this.request.fetch(`/api/v1${operation.path.replace("{id}", params?.id ?? "")}`, {
      method: operation.method,
      headers: { authorization: `Bearer ${this.key}`, ...headers },
      ...(query ? { params: query } : {}),
      ...(body ? { data: body } : {}),
    });
    const found = { status: answer.status(), headers: answer.headers(), body: await answer.text() };
    const faults = this.#check(operation, found);
    if (faults.length > 0)
      throw new Error(`${name} was ${found.status}: ${faults.join("; ")}\n${found.body.slice(0, 2_000)}`);
    if (found.status < 400) this.called.add(name);
    return { ...found, json: found.body === "" ? null : JSON.parse(found.body) };
  }

  /** What an operation that works answers. */
  async data(name: string, call: Call = {}) {
    const { status, json, body } = await this.ask(name, call);
    if (status >= 300) throw new Error(`${name} was ${status}: ${body}`);
    return Object(json).data;
  }
}
