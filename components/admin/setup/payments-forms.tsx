"use client";

import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { HAND_METHODS } from "@/lib/core/payment-method";
import { changeBankAction, changeMethodsAction } from "@/lib/tenants/actions";
import type { changeBankInput, changeMethodsInput } from "@/lib/tenants/input";
import { CheckGroup, Line } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Shared = { words: SetupWords; locale: Locale };

export function MethodsForm({ words, locale, values }: Shared & { values: z.input<typeof changeMethodsInput> }) {
  const w = words.payments;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      run={(preview, change) => changeMethodsAction({ preview, change })}
    >
      <CheckGroup
        name="methods"
        label={w.methods}
        hint={w.methodsHint}
        options={HAND_METHODS.map((method) => ({ value: method, label: w.names[method] }))}
      />
    </SetupForm>
  );
}

export function BankForm({ words, locale, values }: Shared & { values: z.input<typeof changeBankInput> }) {
  const w = words.payments;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      run={(preview, change) => changeBankAction({ preview, change })}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="upiVpa" label={w.upi} hint={w.upiHint} optional={words.optional} />
        <Line name="bank.holder" label={w.holder} />
        <Line name="bank.bank" label={w.bank} />
        <Line name="bank.account" inputMode="numeric" label={w.account} />
        <Line name="bank.ifsc" label={w.ifsc} />
        <Line name="staffDiscountPercent" inputMode="numeric" label={w.staffDiscount} hint={w.discountHint} />
        <Line name="managerDiscountPercent" inputMode="numeric" label={w.managerDiscount} />
      </div>
    </SetupForm>
  );
}
