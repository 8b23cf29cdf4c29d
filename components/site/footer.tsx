import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Divider } from "@/components/art/divider";
import type { Locale } from "@/lib/core/locale";
import { textIn } from "@/lib/core/locale";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";
import type { Tenant } from "@/lib/tenants/types";
import { whatsappLink } from "./contact";
import { ThemeSwitch } from "./theme-switch";

type Props = { tenant: Tenant; locale: Locale; year: number; places: { name: string; address: string }[] };

export async function SiteFooter({ tenant, locale, year, places }: Props) {
  const t = await getTranslations("site");
  const name = textIn(tenant.name, locale);
  const link = "text-link inline-flex min-h-11 items-center wrap-anywhere";
  return (
    <footer className="mt-16 border-t border-rule bg-paper-2 print:hidden">
      <div className="wrap grid grid-cols-1 gap-8 py-10 md:grid-cols-3">
        <div>
          <p className="font-serif text-xl">{name}</p>
          <p className="mt-1 text-ink-2">{textIn(tenant.tagline, locale)}</p>
          <Divider className="mt-4" />
        </div>
        <div>
          <h2 className="text-lg">{t("contact")}</h2>
          <ul className="text-ink-2">
            <li>
              <a className={link} href={`tel:${tenant.phone}`}>
                {digits(formatPhone(tenant.phone), locale)}
              </a>
            </li>
            {tenant.whatsapp ? (
              <li>
                <a className={link} href={whatsappLink(tenant.whatsapp, t("whatsappText", { name }))}>
                  {t("whatsapp")}
                </a>
              </li>
            ) : null}
            {tenant.email ? (
              <li>
                <a className={link} href={`mailto:${tenant.email}`}>
                  {tenant.email}
                </a>
              </li>
            ) : null}
          </ul>
        </div>
        <div>
          <h2 className="text-lg">{t("find")}</h2>
          {places.map((place) => (
            <address key={place.name} className="mt-2 text-ink-2 not-italic">
              <b className="text-ink">{place.name}</b>
              <br />
              {place.address}
            </address>
          ))}
        </div>
      </div>
      <div className="border-t border-rule">
        <div className="wrap flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3 text-[0.9375rem] text-ink-2">
          <p>
            {t("footerRights", { year: digits(year, locale), name: tenant.legalName })}
            {tenant.gstin ? `${DOT}${t("gstin", { gstin: tenant.gstin })}` : ""}
          </p>
          <Link href={localePath(locale, "/policies")} prefetch={false} className={link}>
            {t("nav.policies")}
          </Link>
          <ThemeSwitch
            label={t("theme.label")}
            words={{ auto: t("theme.auto"), light: t("theme.light"), dark: t("theme.dark") }}
          />
        </div>
      </div>
    </footer>
  );
}
