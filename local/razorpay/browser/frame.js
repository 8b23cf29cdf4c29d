// The page inside checkout's frame, and a payment link's page. What it shows is in #data.
const data = JSON.parse(document.querySelector("#data").textContent);
const query = new URLSearchParams(location.search);
const $ = (selector) => document.querySelector(selector);
const form = $("form");
const tell = (type, response) => window.parent.postMessage({ id: query.get("id"), type, response }, data.origin);

document.documentElement.classList.toggle("hosted", data.hosted);
if (/^#[0-9a-f]{3,8}$/i.test(data.color)) document.documentElement.style.setProperty("--brand", data.color);
if (data.name) $("#title").textContent = data.name;
$("#description").textContent = data.description;
$("#amount").textContent = new Intl.NumberFormat("en-IN", {
  style: "currency",
  currency: data.currency,
  minimumFractionDigits: 0,
}).format(data.amount / 100);
$(".close").hidden = data.hosted;
if (data.vpa) form.vpa.value = data.vpa;
if (data.method === "card") form.method.value = "card";
if (data.closedBecause) finish(data.closedBecause);

function show() {
  for (const field of document.querySelectorAll("[data-method]"))
    field.hidden = field.dataset.method !== form.elements.method.value;
}
function complain(text) {
  $("[role=alert]").textContent = text;
  $("[role=alert]").hidden = !text;
}
function finish(text) {
  form.hidden = true;
  $(".done").hidden = false;
  $(".done").textContent = text;
}
function close() {
  if (!data.hosted) tell("close");
}

async function pay(outcome) {
  const buttons = form.querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  complain("");
  const method = form.elements.method.value;
  const details = method === "upi" ? { vpa: form.vpa.value } : { card: { number: form.card.value } };
  const body = {
    key_id: data.key,
    order_id: data.order_id,
    method,
    ...details,
    contact: data.contact,
    email: data.email,
  };
  if (outcome === "failed") body.outcome = "failed";
  try {
    const answer = await fetch("/v1/payments/create/ajax", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const result = await answer.json();
    if (!answer.ok) {
      complain(result.error.description);
      if (result.error.metadata?.payment_id && !data.hosted) tell("failed", result);
    } else if (data.hosted && data.callback) location.assign(data.callback);
    else if (data.hosted) finish("Paid. Thank you.");
    else if (outcome === "lost")
      finish(
        "Paid. This page never tells the shop: close the tab, and see whether the booking is confirmed all the same.",
      );
    else tell("success", result);
  } catch {
    complain("No answer from the bank. Try again.");
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

form.addEventListener("change", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  pay("pay");
});
for (const button of document.querySelectorAll("[data-outcome]"))
  button.addEventListener("click", () => pay(button.dataset.outcome));
$(".close").addEventListener("click", close);
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && query.get("escape") !== "0") close();
});
show();
