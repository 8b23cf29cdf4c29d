import "server-only";
import { type Html, html } from "./html";

export type Meaning = { code: string; status: number; meaning: string };

const call = (id: string) => html`<a href="#${id}"><code>${id}</code></a>`;

const STATUSES = [
  ["temp_hold", "Held, and nobody else can have the time, until holdExpiresAt."],
  ["pending", "Asked for, or an option of the hall's: it waits for the hall's yes or for money, until holdExpiresAt."],
  ["confirmed", "Sure."],
  ["completed", "It has taken place."],
  ["cancelled", "Called off; what goes back follows from its terms."],
  ["rejected", "The hall said no; all that was paid goes back."],
  ["expired", "Its time ran out before it was sure: the date is anybody's again, and what was paid goes back."],
];

/** What holds for every operation. */
export const INTRO: readonly { id: string; title: string; text: Html }[] = [
  {
    id: "keys",
    title: "Keys",
    text: html`<p>A host belongs to one hall, and so does a key. The owner makes keys on the dashboard, under Set-up; a key is shown once, does
      what its scopes name, and can be given an end or revoked. Send it with each call:</p>
      <pre tabindex="0"><code>Authorization: Bearer mandap_…</code></pre>
      <p>Whoever sends a key is asked for nothing else. Keep it on a server: browsers let no page of another host call the API. Pages of the hall's own may call with the session that is logged in; its writes
      must carry <code>Origin</code> or <code>Sec-Fetch-Site: same-origin</code>, as browsers see to. A key that is none of this hall's, was
      revoked or has run out is as good as none: 401, with <code>WWW-Authenticate: Bearer</code>.</p>`,
  },
  {
    id: "booking",
    title: "From a free date to a receipt",
    text: html`<ol>
      <li>${call("listVenues")}: spaces, sessions (<code>slots</code>), extras, and in <code>settings</code> what makes a booking sure there.</li>
      <li>${call("getAvailability")}: what is free on which day, and its price; ${call("quoteBooking")}: the price of all of it, with extras.</li>
      <li>${call("createBooking")}: the time is held, <code>temp_hold</code>, until <code>holdExpiresAt</code>.</li>
      <li>${call("createOrder")} opens the gateway's checkout for the advance, ${call("createPayment")} takes what that answered; or
        ${call("createPayment")} alone writes down what was taken by hand.</li>
      <li>With its advance a booking is <code>confirmed</code>; where the hall says yes as well, it is <code>pending</code> until then
        (${call("confirmBooking")}). Where the hall's yes is all that is wanted, ${call("confirmBooking")} alone makes it sure. What a
        key with the scope <code>booking.approve</code> creates has the hall's yes already where money is wanted as well.</li>
      <li>${call("rescheduleBooking")}, ${call("cancelBooking")}, ${call("createRefund")}: what changes afterwards.</li>
    </ol>
    <p>Mandap calls no program back. What happened in the meantime, such as a payment whose page was closed, ${call("getBooking")} shows.</p>
    <dl class="members">${STATUSES.map(
      ([status, meaning]) => html`<div><dt><code>${status}</code></dt><dd>${meaning}</dd></div>`,
    )}</dl>`,
  },
  {
    id: "limits",
    title: "Limits",
    text: html`<p>Calls are counted by key, and by address where there is none or nobody asks for one; in minutes, over all servers. Every answer to
      a call that is described here says where you stand, health apart: <code>RateLimit-Limit</code>, <code>RateLimit-Remaining</code>,
      <code>RateLimit-Reset</code> (seconds). Above the limit it is 429 <code>RATE_LIMITED</code> with
      <code>Retry-After</code>; 429 <code>HOLD_LIMIT</code> and <code>REQUEST_LIMIT</code> come without it: they are about one user's bookings,
      not about your calls, and asking again changes nothing. 503 <code>BUSY</code> has <code>Retry-After</code> too, and changed nothing. A body may have 64 kB.</p>`,
  },
  {
    id: "idempotency",
    title: "Doing a thing once",
    text: html`<p>Each call that creates something may have an <code>Idempotency-Key</code>: 8 to 255 letters, digits,
      <code>_ - : .</code>. The same key with the same body gets the first answer again, with <code>Idempotent-Replayed: true</code>,
      for 72 hours, whatever has become of it since: how it stands now ${call("getBooking")} says. With another body it is 422 <code>IDEMPOTENCY_MISMATCH</code>; while the first is still running, 409
      <code>IDEMPOTENCY_IN_FLIGHT</code>: ask again after <code>Retry-After</code>. Where no answer came, make the same call again. An <code>Idempotency-Key</code>
      belongs to the API key that sent it: after a change of API keys the same call counts as new, so see first whether the one before arrived.</p>
      <p>What was refused is not kept: put right, the call may come again under its key. Calls that change what is there take no key: made
      again, they find it changed already and answer it (404 for a blackout that is gone).</p>`,
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
      the cursor back as <code>cursor</code> until it is null, with the same order and filters: in another list it is 400. Of the query, what is not
      described here is ignored. New members may appear in any answer, and new codes among the errors; nothing
      that is here goes away within <code>/api/v1</code>.</p>`,
  },
];

export function errorsIntro(meanings: readonly Meaning[]): Html {
  return html`<p>A refusal is <code>application/problem+json</code> (RFC 9457): go by <code>code</code>, and by the status where you do not
    know the code. <code>detail</code> is a sentence for a person, in the language that <code>Accept-Language</code> or
    <code>?lang=</code> asks for (<code>en</code>, <code>hi</code>, <code>mr</code>), and in English where neither does: what the hall's
    rules refuse is said so that your own users may read it, the rest to whoever wrote the program. Of an <code>INVALID_INPUT</code> <code>errors</code> names each
    place, such as <code>functions.0.date</code>, and what is expected there. Name the <code>requestId</code> (your own <code>X-Request-Id</code>, where you sent one) when you ask the hall about it. What belongs to another hall, or to somebody
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
