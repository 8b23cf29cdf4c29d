import { getTranslations } from "next-intl/server";
import { MatterRow } from "@/components/admin/matter-row";
import { Panel } from "@/components/admin/panel";
import { hasBookings } from "@/lib/bookings/list-bookings";
import { mayDo, type Permission } from "@/lib/core/permissions";
import { localePath } from "@/lib/i18n/paths";
import type { AdminCtx } from "@/lib/web/load-admin";

const STEPS = [
  { key: "prices", path: "/admin/setup/prices", permission: "setup.read" },
  { key: "muhurat", path: "/admin/setup/muhurat", permission: "setup.read" },
  { key: "import", path: "/admin/import", permission: "import.run" },
  { key: "team", path: "/admin/team", permission: "team.read" },
  { key: "site", path: "/", permission: "diary.read" },
] as const satisfies readonly { key: string; path: string; permission: Permission }[];

/** What a hall that was opened just now does first. It goes by itself with the first booking. */
export async function FirstSteps({ ctx }: { ctx: AdminCtx }) {
  if (await hasBookings(ctx)) return null;
  const { locale, actor } = ctx;
  const t = await getTranslations({ locale, namespace: "admin.start" });
  return (
    <div className="mb-5">
      <Panel title={t("title")}>
        <p className="mb-2 text-ink-2">{t("lead")}</p>
        {STEPS.filter(({ permission }) => mayDo(actor, permission)).map(({ key, path }) => (
          <MatterRow
            key={key}
            href={localePath(locale, path)}
            title={t(`${key}.title`)}
            detail={t(`${key}.hint`)}
            aside={<span aria-hidden="true">›</span>}
          />
        ))}
      </Panel>
    </div>
  );
}
