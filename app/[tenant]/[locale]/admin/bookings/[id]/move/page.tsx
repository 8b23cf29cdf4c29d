import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/booking/wish";
import { loadAdmin } from "@/lib/web/load-admin";
import { MoveStep } from "../../../../(site)/bookings/[id]/move/move-step";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bookings.move");
  return { title: t("title") };
}

export default async function AdminMovePage({ params, searchParams }: Props) {
  await loadAdmin("booking.reschedule");
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return <MoveStep id={id} query={query} base={`/admin/bookings/${id}`} />;
}
