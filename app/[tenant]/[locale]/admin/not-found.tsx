import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { localePath } from "@/lib/i18n/paths";

export default async function AdminNotFound() {
  const [t, locale] = await Promise.all([getTranslations("admin.notFound"), getLocale()]);
  return (
    <div className="grid justify-items-start gap-4 p-4 md:p-0">
      <h1 className="text-[1.75rem]">{t("title")}</h1>
      <p className="max-w-prose text-ink-2">{t("text")}</p>
      <LinkButton tone="secondary" href={localePath(locale, "/")}>
        {t("back")}
      </LinkButton>
    </div>
  );
}
