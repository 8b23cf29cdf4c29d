import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoteList } from "@/components/admin/bookings/note-list";
import { EditCustomer } from "@/components/admin/customers/edit-customer";
import { PageHeader } from "@/components/admin/page-header";
import { Section } from "@/components/booking/section";
import { LinkButton } from "@/components/ui/button";
import { formatDay } from "@/lib/core/format-time";
import { hallZone } from "@/lib/core/hall-zone";
import { formatMoney } from "@/lib/core/money";
import { mayDo } from "@/lib/core/permissions";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { CustomerBookings } from "./bookings";
import { loadCustomerPage } from "./load";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.customers");
  return { title: t("title") };
}

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await loadAdmin("customer.read");
  const { locale, now, actor } = ctx;
  const customer = await loadCustomerPage(ctx, (await params).id);
  const { id, name, phone, email, former, createdAt, lastLoginAt } = customer;
  const [t, { admin }, venues] = await Promise.all([
    getTranslations({ locale, namespace: "admin.customers" }),
    loadMessages(locale),
    listVenues(ctx.tenant),
  ]);
  const timeZone = hallZone(venues);
  const day = (at: Date) => formatDay(at, locale, timeZone, "long");
  const facts = [
    { key: "phone", label: t("phone"), value: digits(formatPhone(phone), locale) },
    { key: "email", label: t("email"), value: email },
    { key: "language", label: t("language"), value: customer.locale ? t(`languages.${customer.locale}`) : null },
    { key: "agreed", label: t("agreed"), value: formatMoney(customer.agreedPaise, locale) },
    { key: "paid", label: t("paid"), value: formatMoney(customer.paidPaise, locale) },
    { key: "due", label: t("due"), value: formatMoney(customer.duePaise, locale) },
  ];
  return (
    <div className="max-w-6xl">
      <PageHeader
        title={name ?? t("noName")}
        lead={[
          t("since", { date: day(createdAt) }),
          lastLoginAt ? t("lastLogin", { date: day(lastLoginAt) }) : t("neverLogin"),
        ].join(DOT)}
        actions={
          <>
            <LinkButton tone="secondary" href={`tel:${phone}`}>
              {t("call")}
            </LinkButton>
            {mayDo(actor, "customer.write") ? (
              <EditCustomer
                customerId={id}
                customer={{ name: name ?? "", email: email ?? "", locale: customer.locale ?? ctx.tenant.locale }}
                words={{ ...admin.customers, offline: admin.offline }}
              />
            ) : null}
            {mayDo(actor, "customer.merge") ? (
              <LinkButton tone="quiet" href={localePath(locale, `/admin/customers/${id}/merge`)}>
                {t("merge.open")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={t("bookings")}>
          <CustomerBookings bookings={customer.bookings} locale={locale} />
        </Section>
        <div className="grid gap-5">
          <Section title={t("about")}>
            <dl className="grid gap-1.5">
              {facts.map(({ key, label, value }) =>
                value ? (
                  <div key={key} className="flex flex-wrap justify-between gap-x-4">
                    <dt className="text-ink-2">{label}</dt>
                    <dd className="break-all">{value}</dd>
                  </div>
                ) : null,
              )}
            </dl>
            {former.map((one) => (
              <p key={one.phone} className="text-[0.9375rem] text-ink-2">
                {t("former", { name: one.name ?? t("noName"), phone: digits(formatPhone(one.phone), locale) })}
              </p>
            ))}
          </Section>
          <NoteList
            notes={customer.notes}
            subject={{ customerId: id }}
            userId={actor.userId}
            locale={locale}
            timeZone={timeZone}
            now={now}
          />
        </div>
      </div>
    </div>
  );
}
