import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteMember } from "@/components/admin/invite-member";
import { RemoveMember, RoleSelect } from "@/components/admin/member-controls";
import { PageHeader } from "@/components/admin/page-header";
import { momentOf } from "@/components/booking/when";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { hallZone } from "@/lib/core/hall-zone";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { digits } from "@/lib/i18n/plain-text";
import { listTeam } from "@/lib/people/team";
import type { Member } from "@/lib/people/types";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const ctx = await loadAdmin("team.read");
  const { locale, now } = ctx;
  const [{ admin }, calendar, team, venues] = await Promise.all([
    loadMessages(locale),
    getTranslations({ locale, namespace: "calendar" }),
    listTeam(ctx),
    listVenues(ctx.tenant),
  ]);
  const words = { ...admin.team, roles: admin.roles, offline: admin.offline };
  const clock = { t: calendar, locale, timeZone: hallZone(venues) };
  const nameOf = ({ name, phone }: Member) => name ?? formatPhone(phone);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} actions={<InviteMember words={words} />} />
      <DataTable
        caption={words.title}
        rows={team}
        keyOf={({ userId }) => userId}
        columns={[
          {
            key: "name",
            header: words.name,
            cell: (one) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <b>{nameOf(one)}</b>
                {one.userId === ctx.actor.userId ? <span className="text-ink-3">({words.you})</span> : null}
                {one.isInvited ? <Tag tone="waiting">{words.invited}</Tag> : null}
              </span>
            ),
          },
          {
            key: "phone",
            header: words.phone,
            cell: ({ phone }) => (
              <a href={`tel:${phone}`} className="text-link">
                {digits(formatPhone(phone), locale)}
              </a>
            ),
          },
          {
            key: "lastLogin",
            header: words.lastLogin,
            cell: ({ lastLoginAt }) => (lastLoginAt ? momentOf(lastLoginAt, now, clock) : words.never),
          },
          {
            key: "role",
            header: words.role,
            cell: (one) => <RoleSelect userId={one.userId} name={nameOf(one)} role={one.role} words={words} />,
          },
          {
            key: "remove",
            header: words.removeConfirm,
            cell: (one) => <RemoveMember userId={one.userId} name={nameOf(one)} words={words} />,
          },
        ]}
      />
    </>
  );
}
