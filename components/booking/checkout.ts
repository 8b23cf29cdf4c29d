/** As much of checkout.js as we use. https://razorpay.com/docs/payments/payment-gateway/web-integration/standard/ */
export type CheckoutAnswer = {
  razorpay_payment_id: string;
  razorpay_order_id: string;
  razorpay_signature: string;
};

type Options = {
  key: string;
  order_id: string;
  amount: number;
  currency: string;
  name: string;
  description: string;
  prefill: { name: string; contact: string; email: string };
  theme: { color: string };
  /** Seconds after which the checkout closes by itself. */
  timeout?: number;
  retry: { enabled: boolean };
  handler: (answer: CheckoutAnswer) => void;
  modal: { ondismiss: () => void; confirm_close: boolean };
};

type Checkout = {
  open: () => void;
  close: () => void;
  on: (event: "payment.failed", listener: (failure: unknown) => void) => void;
};
type CheckoutConstructor = new (options: Options) => Checkout;

declare global {
  interface Window {
    Razorpay?: CheckoutConstructor;
  }
}

let loading: Promise<CheckoutConstructor> | null = null;

/** Razorpay's own script, loaded once and only by the page that pays. A failed load may be tried again. */
export function loadCheckout(url: string): Promise<CheckoutConstructor> {
  if (window.Razorpay) return Promise.resolve(window.Razorpay);
  loading ??= new Promise<CheckoutConstructor>((resolve, reject) => {
    const script = document.createElement("script");
    const fail = () => {
      loading = null;
      script.remove();
      reject(new Error("checkout.js did not load"));
    };
    script.src = url;
    script.async = true;
    script.onerror = fail;
    script.onload = () => (window.Razorpay ? resolve(window.Razorpay) : fail());
    document.head.append(script);
  });
  return loading;
}

/** An element's background as #rrggbb, which is what checkout.js understands. */
export function colourOf(element: Element): string {
  const parts = getComputedStyle(element).backgroundColor.match(/\d+(\.\d+)?/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, "0"))
    .join("")}`;
}
