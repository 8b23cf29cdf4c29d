import "server-only";
import { capturePayment, fetchPayment } from "@/lib/vendors/razorpay";
import type { GatewayPayment } from "@/lib/vendors/razorpay-entities";
import { VendorError } from "@/lib/vendors/vendor-error";

/** The payment once its money is taken. Where the gateway was quicker and says no, what stands there is returned. @throws VendorError */
export async function captured(payment: GatewayPayment): Promise<GatewayPayment> {
  if (payment.status !== "authorized") return payment;
  try {
    return await capturePayment(payment);
  } catch (error) {
    if (error instanceof VendorError && error.outcome === "refused") return fetchPayment(payment.id);
    throw error;
  }
}
