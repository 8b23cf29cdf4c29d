import type { ReactNode } from "react";
import { sectionsOf } from "@/components/admin/setup/sections";
import { SetupNav } from "@/components/admin/setup/setup-nav";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { loadAdmin } from "@/lib/web/load-admin";

export default async function SetupLayout({ children }: { children: ReactNode }) {
  const { locale, actor } = await loadAdmin("setup.read");
  const { setup } = (await loadMessages(locale)).admin;
  const items = sectionsOf(actor).map(({ key, path }) => ({ path, text: setup.sections[key].title }));
  return (
    <>
      <SetupNav label={setup.title} base={localePath(locale, "/admin/setup")} items={items} />
      {children}
    </>
  );
}
