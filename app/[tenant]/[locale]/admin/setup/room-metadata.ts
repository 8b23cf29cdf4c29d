import type { Metadata } from "next";
import type { SectionKey } from "@/components/admin/setup/sections";
import { loadMessages } from "@/lib/i18n/load-messages";
import { loadPlace } from "@/lib/web/ctx";

/** A page's title, before anyone asks who may see it. */
export const titled = (section: SectionKey) => async (): Promise<Metadata> => {
  const { locale } = await loadPlace();
  const { admin } = await loadMessages(locale);
  return { title: admin.setup.sections[section].title };
};
