import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskForm } from "@/components/admin/new-booking/desk-form";
import type { DeskWords } from "@/components/admin/new-booking/words";
import { PageHeader } from "@/components/admin/page-header";
import { sessionTimes } from "@/components/calendar/slot-times";
import { loadDesk } from "@/lib/bookings/load-desk";
import { hallZone } from "@/lib/core/hall-zone";
import { todayIn } from "@/lib/core/period";
import { loadMessages } from "@/lib/i18n/load-messages";
import { loadAdmin } from "@/lib/web/load-admin";
import { type PresetQuery, presetOf } from "./preset";

type Props = { searchParams: Promise<PresetQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.desk");
  return { title: t("title") };
}

export default async function NewBookingPage({ searchParams }: Props) {
  const ctx = await loadAdmin("booking.take");
  const { locale, tenant, actor, now } = ctx;
  const [desk, messages, calendar, query] = await Promise.all([
    loadDesk(ctx),
    loadMessages(locale),
    getTranslations({ locale, namespace: "calendar" }),
    searchParams,
  ]);
  const words: DeskWords = {
    ...messages.admin.desk,
    offline: messages.admin.offline,
    fields: messages.fieldErrors,
    lines: messages.booking.lines,
    functions: messages.booking.functions,
    states: messages.calendar.slot,
    why: messages.booking.taken.why,
    methodNames: messages.bookings.ledger.methods,
    muhurat: messages.calendar.muhurat,
  };
  const times = Object.fromEntries(
    desk.venues.flatMap(({ slots }) =>
      slots.map((slot) => [slot.id, sessionTimes(calendar, slot.startTime, slot.lengthMinutes, locale)]),
    ),
  );
  return (
    <>
      <PageHeader title={words.title} lead={<span className="max-md:hidden">{words.lead}</span>} />
      <DeskForm
        {...{ desk, times, actor, locale, words }}
        preset={presetOf(query, desk.venues)}
        today={todayIn(now, hallZone(desk.venues))}
        language={tenant.locale}
      />
    </>
  );
}
