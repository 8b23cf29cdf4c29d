import "server-only";
import { API_SCOPES } from "@/lib/core/permissions";
import { codesOf, type Shown } from "./document";
import { type Html, html, prose } from "./html";
import { member, shape } from "./shape";

const AN_ID = "01981f6e-7c00-7000-8000-000000000001";

/** Everything about one operation. `base` is where the hall's API is reached. */
export function operationSection(operation: Shown, base: string): Html {
  const { operationId, method, path, summary, description } = operation;
  return html`<article id="${operationId}">
    <h3>${summary}</h3>
    <p class="place"><span class="method" data-method="${method}">${method}</span> <code>${path}</code></p>
    ${description ? html`<p>${prose(description)}</p>` : ""}
    <p class="who">${whoMay(operation)}</p>
    <div class="sides">
      <div>
        ${parameters(operation, "path", "In the path")}
        ${parameters(operation, "query", "In the query")}
        ${parameters(operation, "header", "Headers")}
        ${body(operation)}
        ${answer(operation)}
        ${errors(operation)}
      </div>
      <div class="example"><h4>Example</h4><pre tabindex="0"><code>${curl(operation, base)}</code></pre>${exampleAnswer(operation)}</div>
    </div>
  </article>`;
}

function whoMay({ security, "x-scopes": scopes }: Shown): Html {
  if (security.length === 0) return html`Anyone may call it, without a key.`;
  if (security.some((one) => Object.keys(one).length === 0)) return html`Anyone may call it; a key is not needed.`;
  if (!scopes) return html`A key, or a session.`;
  const forKeys = scopes.filter((scope) => API_SCOPES.some((one) => one === scope));
  const list = forKeys.map((scope, n) => html`${n > 0 ? " or " : ""}<code>${scope}</code>`);
  return html`A key with the scope ${list}, or the session of somebody who may.`;
}

function parameters({ parameters: all }: Shown, place: string, title: string): Html {
  const these = all.filter((one) => one.in === place);
  if (these.length === 0) return html``;
  return html`<h4>${title}</h4><dl class="members">${these.map((one) =>
    member(one.name, one.schema, one.required, one.description ?? one.schema.description),
  )}</dl>`;
}

function body({ requestBody }: Shown): Html {
  const schema = requestBody?.content["application/json"]?.schema;
  return schema ? html`<h4>Body</h4>${shape(schema)}` : html``;
}

function answer({ responses }: Shown): Html {
  const [status = "", found] = Object.entries(responses).find(([each]) => Number(each) < 300) ?? [];
  const schema = found?.content?.["application/json"]?.schema;
  if (!schema) return html`<h4>Answer <span class="status">${status}</span></h4><p>No body.</p>`;
  const unchanged = responses["304"]
    ? html`<p><span class="status">304</span> without a body where nothing changed.</p>`
    : "";
  return html`<h4>Answer <span class="status">${status}</span></h4>${shape(schema)}${unchanged}`;
}

/** Each status with what it may mean; the codes link to the sentence that explains them. */
function errors({ responses }: Shown): Html {
  const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400);
  return html`<h4>Errors</h4><dl class="errors">${refusals.map(
    ([status, response]) =>
      html`<div><dt><span class="status">${status}</span></dt><dd>${codesOf(response).map((code) => html`<a href="#code-${code}"><code>${code}</code></a> `)}</dd></div>`,
  )}</dl>`;
}

function exampleAnswer({ responses }: Shown): Html {
  const found = Object.entries(responses).find(([status]) => Number(status) < 300)?.[1];
  const example = found?.content?.["application/json"]?.example;
  if (example === undefined) return html``;
  const text = JSON.stringify(example, null, 2);
  return html`<details><summary>What it answers</summary><pre tabindex="0"><code>${text}</code></pre></details>`;
}

function curl(operation: Shown, base: string): string {
  const { method, path, parameters: all, security, requestBody } = operation;
  const query = all
    .filter((one) => one.in === "query" && one.required)
    .map((one) => `${one.name}=${one.name === "to" ? "2027-02-28" : "2027-02-01"}`)
    .join("&");
  const address = `${base}${path.replace("{id}", AN_ID)}${query ? `?${query}` : ""}`;
  const example = requestBody?.content["application/json"]?.example;
  const takesKey = all.some(({ name }) => name === "Idempotency-Key");
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quoted(address)}`,
    ...(security.length > 0 && security.every((one) => Object.keys(one).length > 0)
      ? ['-H "Authorization: Bearer $MANDAP_KEY"']
      : []),
    ...(takesKey ? ["-H 'Idempotency-Key: 2f1c7a90-order-41'"] : []),
    ...(requestBody
      ? ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(example ?? {}, null, 2))}`]
      : []),
  ].join(" \\\n  ");
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
