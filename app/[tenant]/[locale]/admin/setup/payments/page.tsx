import { BankForm, MethodsForm } from "@/components/admin/setup/payments-forms";
import { HAND_METHODS } from "@/lib/core/payment-method";
import { loadPaymentMethods } from "@/lib/tenants/payment-methods";
import { loadWords } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("payments");

const NO_BANK = { holder: "", bank: "", account: "", ifsc: "" };

export default async function PaymentsPage() {
  const { ctx, words, locale } = await loadWords();
  const { methods, seen, bank } = await loadPaymentMethods(ctx);
  const shared = { words, locale };
  return (
    <Room section="payments" {...shared}>
      <MethodsForm {...shared} values={{ seen, methods: HAND_METHODS.filter((method) => methods.includes(method)) }} />
      <h2 className="mt-10 mb-3 text-xl">{words.payments.whereTo}</h2>
      {bank ? (
        <BankForm {...shared} values={{ ...bank, upiVpa: bank.upiVpa ?? "", bank: bank.bank ?? NO_BANK }} />
      ) : (
        <p className="text-ink-2">{words.payments.ownerOnly}</p>
      )}
    </Room>
  );
}
