import "server-only";
import { type Html, html } from "./html";

export type Meaning = { code: string; status: number; meaning: string };

/** What holds for every operation. */
export const INTRO: readonly { id: string; title: string; text: Html }[] = [
  {
    id: "keys",
    title: "Keys",
    text: html`<p>A host belongs to one hall, and so does a key. The owner makes keys on the dashboard, under Set-up; a key is shown once, does
      what its scopes name, and can be given an end or revoked. Send it with each call:</p>
      <pre tabindex="0"><code>Authorization: Bearer mandap_…</code></pre>
      <p>Whoever sends a key is asked for nothing else. Pages of the hall's own may call with the session that is logged in; its writes
      must carry <code>Origin</code> or <code>Sec-Fetch-Site: same-origin</code>, as browsers see to. A key that is none of this hall's, was
      revoked or has run out is as good as none: 401, with <code>WWW-Authenticate: Bearer</code>.</p>`,
  },
  {
    id: "limits",
    title: "Limits",
    text: html`<p>Calls are counted by key, and by address where there is none; in minutes, over all servers. Every answer to
      a call that is described here says where you stand, health apart: <code>RateLimit-Limit</code>, <code>RateLimit-Remaining</code>,
      <code>RateLimit-Reset</code> (seconds). Above the limit it is 429 <code>RATE_LIMITED</code> with
      <code>Retry-After</code>; 429 <code>HOLD_LIMIT</code> and <code>REQUEST_LIMIT</code> come without it: they are about one user's bookings,
      not about your calls, and asking again changes nothing. A body may have 64 kB.</p>`,
  },
  {
    id: "idempotency",
    title: "Doing a thing once",
    text: html`<p>Each call that creates something takes an <code>Idempotency-Key</code>: 8 to 255 letters, digits,
      <code>_ - : .</code>. The same key with the same body gets the first answer again, with <code>Idempotent-Replayed: true</code>,
      for 72 hours; with another body it is 422 <code>IDEMPOTENCY_MISMATCH</code>; while the first is still running, 409
      <code>IDEMPOTENCY_IN_FLIGHT</code>: ask again after <code>Retry-After</code>. Where no answer came, make the same call again. An <code>Idempotency-Key</code>
      belongs to the API key that sent it: after a change of API keys the same call counts as new, so see first whether the one before arrived.</p>`,
  },
  {
    id: "money-and-times",
    title: "Money and times",
    text: html`<p>Money is in whole paise, in members that end in <code>Paise</code>: ₹1,250 is <code>125000</code>. Every price includes GST;
      a refundable deposit is shown apart. Instants are RFC 3339 with an offset; dates and clock times are local to the venue. A period
      ends before its end: what begins when another ends does not overlap with it.</p>`,
  },
  {
    id: "lists",
    title: "Lists",
    text: html`<p>An answer is <code>{ "data": … }</code>. A long list comes in pages, <code>{ "data": […], "nextCursor": … }</code>: send
      the cursor back as <code>cursor</code> until it is null. New members may appear in any answer, and new codes among the errors; nothing
      that is here goes away within <code>/api/v1</code>.</p>`,
  },
];

export function errorsIntro(meanings: readonly Meaning[]): Html {
  return html`<p>A refusal is <code>application/problem+json</code> (RFC 9457): go by <code>code</code>, and by the status where you do not
    know the code. <code>detail</code> is a sentence for a person, in the language that <code>Accept-Language</code> or
    <code>?lang=</code> asks for (<code>en</code>, <code>hi</code>, <code>mr</code>), and in English where neither does: what the hall's
    rules refuse is said so that your own users may read it, the rest to whoever wrote the program. Name the <code>requestId</code> when you ask the hall about it. What belongs to another hall, or to somebody
    else, looks as if it did not exist.</p>
    <pre tabindex="0"><code>${JSON.stringify(EXAMPLE, null, 2)}</code></pre>
    <details><summary>All codes</summary><dl class="errors codes">${meanings.map(
      ({ code, status, meaning }) =>
        html`<div id="code-${code}"><dt><span class="status">${status}</span> <code>${code}</code></dt><dd>${meaning}</dd></div>`,
    )}</dl></details>`;
}

const EXAMPLE = {
  ...{ type: "urn:mandap:problem:slot-taken", title: "Slot taken", status: 409, code: "SLOT_TAKEN" },
  detail: "Someone has just taken this date. Choose another.",
  requestId: "0c2f6c0e-5f0b-4d0e-9a3e-2f1c7a90b1aa",
  alternatives: [
    {
      ...{ date: "2027-02-12", spaceId: "01981f6e-7c00-7000-8000-00000000000a" },
      ...{ slotId: "01981f6e-7c00-7000-8000-00000000000b", pricePaise: 7_200_000, why: "nearest-date" },
    },
  ],
};
