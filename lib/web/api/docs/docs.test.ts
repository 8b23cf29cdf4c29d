import { expect, test } from "vitest";
import type { ApiDocument } from "./document";
import { html, prose } from "./html";
import { DOCS_POLICY, docsPage } from "./page";
import { STYLE } from "./style";

const hostile = `<script>alert("1")</script>'&`;
const document: ApiDocument = {
  info: { title: "Mandap", version: "1.0.0" },
  tags: [{ name: "Halls" }],
  paths: {
    "/halls/{id}": {
      post: {
        ...{ operationId: "makeHall", tags: ["Halls"], summary: hostile, description: `One of \`${hostile}\`.` },
        security: [{ apiKey: [] }],
        "x-scopes": ["booking.take", "booking.hold"],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: { name: { type: "string", enum: [hostile], description: hostile } },
              },
              example: { name: hostile },
            },
          },
        },
        responses: {
          201: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Hall" } } } },
          409: {
            description: "",
            content: {
              "application/problem+json": {
                schema: { allOf: [{}, { properties: { code: { enum: ["SLOT_TAKEN"] } } }] },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: { Hall: { type: "object", required: ["id"], properties: { id: { type: "integer", minimum: 1 } } } },
  },
};
const page = docsPage({
  ...{ document, hall: hostile, base: "http://x/api/v1" },
  meanings: [{ code: "SLOT_TAKEN", status: 409, meaning: hostile }],
});

test("text is never markup, wherever it comes from", () => {
  expect(html`<b title="${'"'}">${"<i>"}</b>${prose("a `<b>` c")}`.text).toBe(
    '<b title="&quot;">&lt;i&gt;</b>a <code>&lt;b&gt;</code> c',
  );
  expect(page).not.toContain("<script");
  expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(5);
});

test("an operation is shown with who may call it, its shapes, its errors and a call that a shell takes", () => {
  for (const part of [
    'id="makeHall"',
    "A key with the scope <code>booking.take</code>, or the session",
    '<a href="#shape-Hall">Hall</a>',
    'id="shape-Hall"',
    '<a href="#code-SLOT_TAKEN">',
    'id="code-SLOT_TAKEN"',
    "-X POST",
    "&#39;\\&#39;&#39;&amp;",
  ]) {
    expect(page).toContain(part);
  }
  expect(page).not.toContain("booking.hold");
});

test("the page may load and run nothing, and its style is the one that the policy names", () => {
  expect(page.match(/<(script|link|img|iframe|form)\b/g)).toBeNull();
  expect(page).not.toMatch(/ style="| on[a-z]+="/);
  expect(page).toContain(`<style>${STYLE}</style>`);
  expect(DOCS_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'/);
});
