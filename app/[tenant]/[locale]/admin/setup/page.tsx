import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/admin/page-header";
import { sectionsOf } from "@/components/admin/setup/sections";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { loadPlace } from "@/lib/web/ctx";
import { loadWords } from "./load-room";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await loadPlace();
  return { title: (await loadMessages(locale)).admin.setup.title };
}

export default async function SetupPage() {
  const { ctx, words, locale } = await loadWords();
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {sectionsOf(ctx.actor).map(({ key, path }) => (
          <li key={key}>
            <Link
              href={localePath(locale, `/admin/setup/${path}`)}
              className="grid h-full content-start gap-1 rounded-card border border-rule bg-paper p-4 hover:bg-paper-2"
            >
              <b className="font-serif text-lg font-normal">{words.sections[key].title}</b>
              <span className="text-ink-2">{words.sections[key].lead}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
