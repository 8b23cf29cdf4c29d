import { getTranslations } from "next-intl/server";
import { MergeButton } from "@/components/admin/customers/merge-button";
import { PageHeader } from "@/components/admin/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import type { MergeCustomersInput } from "@/lib/bookings/input";
import { previewMerge } from "@/lib/bookings/merge-customers";
import type { Merge } from "@/lib/bookings/types";
import { formatPhone } from "@/lib/core/phone";
import { isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";
import type { AdminCtx } from "@/lib/web/load-admin";

const SHOWN = 20;

/** Who stays, who goes and what moves, before anything does. */
export async function MergePreview({ ctx, input }: { ctx: AdminCtx; input: MergeCustomersInput }) {
  const { locale } = ctx;
  const { keepId, goneId } = input;
  const [t, words, { admin }, merge] = await Promise.all([
    getTranslations({ locale, namespace: "admin.customers.merge" }),
    getTranslations({ locale, namespace: "admin.customers" }),
    loadMessages(locale),
    previewMerge(ctx, input).catch((error: unknown) => {
      if (isAppError(error, "NOT_FOUND")) return null;
      throw error;
    }),
  ]);
  const mergePath = (id: string) => localePath(locale, `/admin/customers/${id}/merge`);
  const other = (
    <LinkButton tone="quiet" href={mergePath(keepId)}>
      {t("other")}
    </LinkButton>
  );
  if (!merge) {
    return (
      <div className="grid max-w-3xl gap-4">
        <PageHeader title={t("title")} />
        <Notice tone="problem" title={t("notPossible")} />
        <div>{other}</div>
      </div>
    );
  }
  const phone = (one: Merge["keep"]) => digits(formatPhone(one.phone), locale);
  const name = merge.keep.name ?? merge.gone.name ?? phone(merge.keep);
  const [moved, notes] = [merge.bookings.length, merge.notes];
  const two = [
    { one: merge.keep, tone: "good", word: t("stays") },
    { one: merge.gone, tone: "ended", word: t("goes") },
  ] as const;
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader title={t("title")} />
      <div className="grid gap-3 sm:grid-cols-2">
        {two.map(({ one, tone, word }) => (
          <Card key={one.id} className="grid gap-1">
            <div>
              <Tag tone={tone}>{word}</Tag>
            </div>
            <p className="font-serif text-xl">{one.name ?? words("noName")}</p>
            <p className="text-ink-2">{phone(one)}</p>
            {one.email ? <p className="break-all text-ink-2">{one.email}</p> : null}
          </Card>
        ))}
      </div>
      <section aria-labelledby="what" className="grid gap-2">
        <h2 id="what" className="text-xl">
          {t("what")}
        </h2>
        <p>{t("moves", { count: moved, n: digits(moved, locale) })}</p>
        <ul className="list-disc pl-6 text-ink-2">
          {merge.bookings.slice(0, SHOWN).map(({ number, eventTitle }) => (
            <li key={number}>
              {number}
              {DOT}
              {eventTitle}
            </li>
          ))}
          {moved > SHOWN ? <li>…</li> : null}
        </ul>
        <p>{t("notes", { count: notes, n: digits(notes, locale) })}</p>
        <p>{t("sessions", { phone: phone(merge.gone), name })}</p>
        <p>{t("name", { phone: phone(merge.gone) })}</p>
      </section>
      <Notice tone="warning" title={t("warn")} />
      <div className="flex flex-wrap gap-2">
        <MergeButton
          keepId={keepId}
          goneId={goneId}
          href={localePath(locale, `/admin/customers/${keepId}`)}
          words={{ ...admin.customers.merge, offline: admin.offline }}
        />
        <LinkButton tone="secondary" href={`${mergePath(goneId)}?with=${keepId}`}>
          {t("swap")}
        </LinkButton>
        {other}
      </div>
    </div>
  );
}
