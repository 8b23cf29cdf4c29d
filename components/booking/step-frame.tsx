import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Steps } from "@/components/ui/steps";
import type { Locale } from "@/lib/core/locale";
import { type StepName, stepHref, type Wish } from "./wish";

const ORDER = ["when", "event", "extras", "review", "login", "pay"] as const;

type Props = {
  locale: Locale;
  step: StepName | "pay";
  /** Null on the last step: the booking exists, the earlier steps are reached through "change". */
  wish: Wish | null;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
};

/** The head that all booking steps share: where one is, the way back, and the question of this step. */
export async function StepFrame({ locale, step, wish, title, lead, children }: Props) {
  const t = await getTranslations({ locale, namespace: "booking.steps" });
  const current = ORDER.indexOf(step);
  const steps = ORDER.map((name, index) => ({
    label: t(name),
    href: wish && name !== "pay" && index < current ? stepHref(locale, name, wish) : undefined,
  }));
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-5 md:px-6">
      <Steps steps={steps} current={current} label={t("label")} />
      <h1 className="mt-5 text-[1.75rem] md:text-[2.125rem]">{title}</h1>
      {lead ? <p className="mt-1 text-ink-2">{lead}</p> : null}
      <div className="mt-5 grid grid-cols-1 gap-5">{children}</div>
    </div>
  );
}
