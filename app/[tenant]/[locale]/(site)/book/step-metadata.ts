import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { StepName } from "@/components/booking/wish";

/** A step is somebody's own choices: it has a title, and no place in a search engine. */
export async function stepMetadata(step: StepName): Promise<Metadata> {
  const t = await getTranslations("booking");
  return { title: t(`${step}.title`), robots: { index: false } };
}
