import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import { digits } from "@/lib/i18n/plain-text";

export async function HowItWorks({ locale }: { locale: Locale }) {
  const t = await getTranslations("home");
  const steps = [
    { title: t("how1"), text: t("how1Text") },
    { title: t("how2"), text: t("how2Text") },
    { title: t("how3"), text: t("how3Text") },
  ];
  return (
    <section className="wrap pt-14" aria-labelledby="how">
      <h2 id="how" className="text-2xl">
        {t("how")}
      </h2>
      <ol className="mt-4 grid gap-6 md:grid-cols-3">
        {steps.map(({ title, text }, index) => (
          <li key={title} className="grid grid-cols-[2.5rem_1fr] border-t border-rule-2 pt-4">
            <span aria-hidden="true" className="font-serif text-3xl leading-none text-brand">
              {digits(index + 1, locale)}
            </span>
            <div>
              <h3 className="text-lg">{title}</h3>
              <p className="text-ink-2">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
