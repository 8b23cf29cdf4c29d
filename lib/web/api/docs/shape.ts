import "server-only";
import type { Schema } from "./document";
import { type Html, html, prose } from "./html";

/** What a value looks like, member by member; a named shape is a link to where it is shown. */
export function shape(schema: Schema): Html {
  const union = unionOf(schema);
  if (union) return html`<ol class="ways">${union.map((one) => html`<li>${shape(one)}</li>`)}</ol>`;
  if (schema.items && !schema.$ref) return html`<p class="type">${typeName(schema)}</p>${inner(schema.items)}`;
  if (!schema.properties) return html`<p class="type">${typeName(schema)}</p>`;
  return members(schema);
}

export function members({ properties = {}, required = [] }: Schema): Html {
  const rows = Object.entries(properties).map(([name, one]) => member(name, one, required.includes(name)));
  return html`<dl class="members">${rows}</dl>`;
}

export function member(name: string, schema: Schema, isRequired: boolean, described = schema.description): Html {
  const more = detailsOf(schema);
  return html`<div>
    <dt><code>${name}</code> <span class="type">${typeName(schema)}</span>${isRequired ? html` <b>required</b>` : ""}</dt>
    <dd>${described ? prose(described) : ""}${more ? html` <span class="limits">${more}</span>` : ""}${inner(schema)}</dd>
  </div>`;
}

/** The members of an object within, unless it has a name and is shown under it. */
function inner(schema: Schema): Html {
  const own = schema.items && !schema.$ref ? schema.items : schema;
  if (own.$ref) return html``;
  if (own.properties)
    return html`<details><summary>${Object.keys(own.properties).length} members</summary>${members(own)}</details>`;
  const union = unionOf(own)?.filter(({ properties }) => properties);
  if (!union?.length) return html``;
  return html`<details><summary>${union.length === 1 ? "members" : "one of these"}</summary><ol class="ways">${union.map((one) => html`<li>${members(one)}</li>`)}</ol></details>`;
}

const unionOf = ({ anyOf, oneOf }: Schema): Schema[] | undefined => anyOf ?? oneOf;

/** `uuid`, `array of Line`, `string or null`. */
export function typeName(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  const union = unionOf(schema);
  if (union) {
    const names = [...new Map(union.map(typeName).map((one) => [one.text, one])).values()];
    return html`${names.map((one, n) => html`${n > 0 ? " or " : ""}${one}`)}`;
  }
  if (schema.items) return html`array of ${typeName(schema.items)}`;
  if ("const" in schema) return html`${JSON.stringify(schema.const)}`;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? (schema.enum ? "string" : "any value")];
  return html`${types.map((type) => (type === "string" && schema.format ? schema.format : type)).join(" or ")}`;
}

const FAR = 2 ** 53 - 1;

function detailsOf(schema: Schema): Html | null {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const values = schema.enum?.map((value) => html`<code>${String(value)}</code> `);
  const said = [
    range(minimum === -FAR ? undefined : minimum, maximum === FAR ? undefined : maximum, ""),
    range(minLength, maxLength, " characters"),
    range(minItems, maxItems, " items"),
    schema.pattern ? `matches ${schema.pattern}` : "",
    schema.default !== undefined ? `${JSON.stringify(schema.default)} where left out` : "",
  ].filter(Boolean);
  if (!values && said.length === 0) return null;
  return html`${values ?? ""}${said.join("; ")}`;
}

function range(min: number | undefined, max: number | undefined, of: string): string {
  if (min === undefined && max === undefined) return "";
  if (min === undefined) return `at most ${max}${of}`;
  return max === undefined ? `at least ${min}${of}` : `${min} to ${max}${of}`;
}
