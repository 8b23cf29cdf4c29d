import "server-only";
import { createHash } from "node:crypto";
import { type ApiDocument, type Shown, shownOperations } from "./document";
import { Html, html } from "./html";
import { errorsIntro, INTRO, type Meaning } from "./intro";
import { operationSection } from "./operation";
import { members } from "./shape";
import { STYLE } from "./style";

/** Nothing may be loaded and nothing may run; the one style is known by its sum. */
export const DOCS_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

type Page = {
  document: ApiDocument;
  hall: string;
  /** `https://hall.example/api/v1` */
  base: string;
  meanings: Meaning[];
};

/** The reference as one page, out of the published document. */
export function docsPage({ document, hall, base, meanings }: Page): string {
  const operations = shownOperations(document);
  const tags = document.tags.map(({ name }) => ({ name, of: operations.filter(({ tags: [tag] }) => tag === name) }));
  const shapes = Object.entries(document.components.schemas).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>API reference · ${hall}</title>
<meta name="robots" content="noindex">
<style>${new Html(STYLE)}</style>
</head>
<body>
<div class="page">
<nav aria-label="Contents" tabindex="0"><details><summary>Contents</summary><div>${contents(tags)}</div></details></nav>
<main>
<h1>${hall}: API reference</h1>
<p class="sub">Version ${document.info.version}, at <code>${base}</code>. The same as a document for programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${INTRO.map(({ id, title, text }) => html`<section id="${id}"><h2>${title}</h2>${text}</section>`)}
<section id="errors"><h2>Errors</h2>${errorsIntro(meanings)}</section>
${tags.map(({ name, of }) => html`<section id="${idOf(name)}"><h2>${name}</h2>${of.map((one) => operationSection(one, base))}</section>`)}
<section id="shapes"><h2>Shapes</h2>${shapes.map(
    ([name, schema]) => html`<article id="shape-${name}"><h3>${name}</h3>${members(schema)}</article>`,
  )}</section>
</main>
</div>
</body>
</html>
`.text;
}

const idOf = (tag: string) => `tag-${tag.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;

function contents(tags: { name: string; of: Shown[] }[]): Html {
  const general = [...INTRO, { id: "errors", title: "Errors" }];
  const link = (id: string, title: string) => html`<li><a href="#${id}">${title}</a></li>`;
  return html`<p>For every call</p><ul>${general.map(({ id, title }) => link(id, title))}</ul>
    ${tags.map(({ name, of }) => html`<p>${name}</p><ul>${of.map(({ operationId, summary }) => link(operationId, summary))}</ul>`)}
    <p>Shapes</p><ul>${link("shapes", "What answers are made of")}</ul>`;
}
