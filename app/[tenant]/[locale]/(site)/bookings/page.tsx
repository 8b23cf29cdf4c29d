import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignOutButton } from "@/components/account/sign-out-button";
import { BookingRow } from "@/components/booking/booking-row";
import { isLive, shownStatus } from "@/components/booking/status";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listMyBookings } from "@/lib/bookings/queries";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";
import { requireLogin } from "./load-own";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bookings");
  return { title: t("title"), robots: { index: false } };
}

export default async function MyBookingsPage() {
  const ctx = await requireLogin("/bookings");
  const { locale, now } = ctx;
  const [t, account, bookings] = await Promise.all([
    getTranslations({ locale, namespace: "bookings" }),
    getTranslations({ locale, namespace: "account" }),
    listMyBookings(ctx),
  ]);
  const isAhead = (one: (typeof bookings)[number]) => one.endsAt > now && isLive(shownStatus(one, now));
  const ahead = bookings.filter(isAhead).toReversed();
  const over = bookings.filter((one) => !isAhead(one));
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 md:px-6">
      <h1 className="text-[1.75rem] md:text-[2.125rem]">{t("title")}</h1>
      {bookings.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t("empty")} action={<LinkButton href={localePath(locale, "/")}>{t("find")}</LinkButton>}>
            {t("emptyHint")}
          </EmptyState>
        </div>
      ) : null}
      {[
        { key: "ahead", title: t("ahead"), list: ahead },
        { key: "over", title: t("over"), list: over },
      ].map(({ key, title, list }) =>
        list.length === 0 ? null : (
          <section key={key} aria-labelledby={key} className="mt-6">
            <h2 id={key} className="text-xl">
              {title}
            </h2>
            <ul className="mt-3 grid grid-cols-1 gap-3">
              {list.map((one) => (
                <li key={one.id}>
                  <BookingRow locale={locale} now={now} booking={one} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      <div className="mt-10 flex flex-wrap items-center justify-between gap-3 border-rule border-t pt-4 text-ink-2">
        <p>{account("signedInAs", { phone: digits(formatPhone(ctx.person.phone), locale) })}</p>
        <SignOutButton label={account("signOut")} />
      </div>
    </div>
  );
}
