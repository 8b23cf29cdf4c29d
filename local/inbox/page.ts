import { html, type Reply } from "../http";

/** One self-contained page that asks for new messages every two seconds. */
export function inboxPage(): Reply {
  return html(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mandap inbox</title>
<style>
:root { color-scheme: light dark; --paper: #fbf6ec; --card: #fffdf8; --rule: #e2d6c0; --ink: #2b1b17; --ink-2: #5d4a41; --kumkum: #9c1c31; --code: #fdeecb; --code-ink: #7a4a00 }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1412; --card: #221916; --rule: #3a2d28; --ink: #f6ecdf; --ink-2: #d2c1b1; --kumkum: #e0566a; --code: #3d2f12; --code-ink: #f6d287 } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
main { max-width: 640px; margin: 0 auto; padding: 24px 16px 48px }
h1 { font: 400 28px/1.2 Georgia, serif; margin: 0 0 4px }
p { margin: 0 0 16px; color: var(--ink-2) }
form { display: flex; gap: 8px; margin: 0 0 24px }
input { flex: 1; min-width: 0 }
input, button { font: inherit; min-height: 44px; padding: 8px 12px; border: 1px solid var(--rule); border-radius: 10px; color: inherit; background: var(--card) }
button { color: var(--kumkum); cursor: pointer }
:focus-visible { outline: 2px solid var(--kumkum); outline-offset: 2px }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px }
li { padding: 12px 16px; border: 1px solid var(--rule); border-radius: 10px; background: var(--card) }
header { display: flex; flex-wrap: wrap; gap: 0 12px; font-size: 14px; color: var(--ink-2) }
header b { color: var(--ink); font-variant-numeric: tabular-nums }
header time { margin-left: auto }
pre { margin: 4px 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
mark { padding: 0 6px; border-radius: 6px; font-weight: 600; letter-spacing: .06em; color: var(--code-ink); background: var(--code) }
</style>
<main>
<h1>Mandap inbox</h1>
<p>Every SMS, WhatsApp message and e-mail that the app sends on this machine. Nothing leaves it.</p>
<form><input name="to" type="search" aria-label="Show one phone or e-mail address" placeholder="One phone, e.g. 98765 43210"><button type="button">Empty</button></form>
<ol aria-live="polite"><li>Nothing yet.</li></ol>
</main>
<script>
const list = document.querySelector("ol"), field = document.querySelector("input");
const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
let shown = "";
async function refresh() {
  const all = await fetch("/messages").then((answer) => answer.json()).catch(() => null);
  if (!all) return;
  const wanted = field.value.replace(/[\\s+-]/g, "").toLowerCase();
  const messages = all.filter((message) => message.to.includes(wanted)).slice(0, 200);
  const state = wanted + "|" + messages.map((message) => message.id).join();
  if (state === shown) return;
  shown = state;
  list.replaceChildren(...(messages.length ? messages.map(item) : [element("li", wanted ? "Nothing for this address." : "Nothing yet.")]));
}
function item({ channel, to, text, at }) {
  const header = document.createElement("header"), body = document.createElement("pre");
  const time = Object.assign(element("time", new Date(at).toLocaleTimeString()), { dateTime: at });
  header.append(element("b", to), element("span", { sms: "SMS", whatsapp: "WhatsApp", email: "E-mail" }[channel]), time);
  for (const part of text.split(/(\\b\\d{6}\\b)/)) body.append(/^\\d{6}$/.test(part) ? element("mark", part) : part);
  const row = document.createElement("li");
  row.append(header, body);
  return row;
}
field.addEventListener("input", refresh);
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
document.querySelector("button").addEventListener("click", () => fetch("/messages", { method: "DELETE" }).then(refresh));
refresh();
setInterval(refresh, 2000);
</script>
</html>`);
}
