import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/booking/wish";
import { MoveStep } from "./move-step";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bookings.move");
  return { title: t("title"), robots: { index: false } };
}

export default async function MovePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return <MoveStep id={id} query={query} base={`/bookings/${id}`} />;
}
