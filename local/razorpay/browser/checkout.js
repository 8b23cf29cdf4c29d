// What `checkout.js` gives a page: window.Razorpay. BASE is filled in with the origin that serves it.
(() => {
  const BASE = "__BASE__";

  class Razorpay {
    #options;
    #listeners = {};
    #frame = null;
    #id = crypto.randomUUID();
    #failures = 0;
    #overflow = "";

    constructor(options) {
      if (!options?.key) throw new Error("`key` option is mandatory");
      if (!options.order_id) throw new Error("`order_id` option is mandatory");
      this.#options = options;
    }

    on(event, listener) {
      this.#listeners[event] ??= [];
      this.#listeners[event].push(listener);
      return this;
    }

    open() {
      if (this.#frame) return this;
      const {
        key,
        order_id,
        name = "",
        description = "",
        image = "",
        prefill = {},
        theme = {},
        modal = {},
      } = this.#options;
      const query = new URLSearchParams({
        key,
        order_id,
        name,
        description,
        image,
        id: this.#id,
        origin: location.origin,
      });
      for (const [field, value] of Object.entries(prefill)) query.set(`prefill.${field}`, String(value ?? ""));
      if (theme.color) query.set("color", theme.color);
      if (modal.escape === false) query.set("escape", "0");

      const frame = document.createElement("iframe");
      frame.className = "razorpay-checkout-frame";
      frame.title = "Razorpay Checkout";
      frame.allow = "payment";
      Object.assign(frame.style, {
        position: "fixed",
        inset: "0",
        width: "100%",
        height: "100%",
        border: "0",
        zIndex: "2147483647",
        background: "transparent",
        colorScheme: "light",
      });
      frame.src = `${BASE}/v1/checkout/embedded?${query}`;
      frame.addEventListener("load", () => frame.focus());
      this.#frame = frame;
      this.#overflow = document.documentElement.style.overflow;
      document.documentElement.style.overflow = "hidden";
      window.addEventListener("message", this.#receive);
      document.body.append(frame);
      return this;
    }

    close() {
      if (!this.#frame) return;
      window.removeEventListener("message", this.#receive);
      document.documentElement.style.overflow = this.#overflow;
      this.#frame.remove();
      this.#frame = null;
    }

    #receive = (event) => {
      if (event.origin !== BASE || event.source !== this.#frame?.contentWindow || event.data?.id !== this.#id) return;
      const { type, response } = event.data;
      if (type === "success") this.#succeed(response);
      else if (type === "failed") this.#fail(response);
      else if (type === "close") this.#dismiss();
    };

    #succeed(response) {
      const { callback_url, handler, redirect } = this.#options;
      this.close();
      if (callback_url && (redirect || !handler)) submit(callback_url, response);
      else handler?.(response);
    }

    #fail(response) {
      this.#failures++;
      for (const listener of this.#listeners["payment.failed"] ?? []) listener(response);
      const { retry = true } = this.#options;
      const enabled = typeof retry === "object" ? retry.enabled !== false : retry;
      const most = typeof retry === "object" ? (retry.max_count ?? Infinity) : Infinity;
      if (!enabled || this.#failures > most) this.#dismiss();
    }

    #dismiss() {
      this.close();
      this.#options.modal?.ondismiss?.();
    }
  }

  function submit(action, fields) {
    const form = Object.assign(document.createElement("form"), { method: "POST", action });
    for (const [name, value] of Object.entries(fields)) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    document.body.append(form);
    form.submit();
  }

  window.Razorpay = Razorpay;
})();
