import { getLocale, getTranslations } from "next-intl/server";
import { Toran } from "@/components/art/toran";
import { LinkButton } from "@/components/ui/button";
import { localePath } from "@/lib/i18n/paths";

export default async function NotFound() {
  const [t, locale] = await Promise.all([getTranslations("site"), getLocale()]);
  return (
    <>
      <Toran arches />
      <div className="wrap grid justify-items-start gap-4 py-12">
        <h1 className="text-[2rem]">{t("notFound.title")}</h1>
        <p className="max-w-prose text-ink-2">{t("notFound.text")}</p>
        <LinkButton href={localePath(locale, "/")}>{t("notFound.home")}</LinkButton>
      </div>
    </>
  );
}
