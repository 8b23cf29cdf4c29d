import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginSteps } from "@/components/account/login-steps";
import { LOCALES } from "@/lib/core/locale";
import { loadMessages } from "@/lib/i18n/load-messages";
import { inLocale, localePath } from "@/lib/i18n/paths";
import { loadPlace } from "@/lib/web/ctx";
import { loadLoginProgress } from "@/lib/web/login-progress";
import { nextPath } from "@/lib/web/next-path";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await loadMessages((await loadPlace()).locale);
  return { title: account.title, robots: { index: false } };
}

export default async function LoginPage({ searchParams }: Props) {
  const { locale } = await loadPlace();
  const progress = await loadLoginProgress();
  const asked = nextPath((await searchParams).next);
  // Whoever changed the language here goes on in it.
  const next = asked
    ? LOCALES.some((each) => asked.startsWith(`/${each}/`))
      ? inLocale(locale, asked)
      : asked
    : localePath(locale, "/");
  if (progress.step === "done") redirect(next);

  const { account } = await loadMessages(locale);
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-8">
      <header className="grid gap-2">
        <h1 className="text-[1.75rem] md:text-[2.125rem]">{account.title}</h1>
        <p className="text-ink-2">{account.intro}</p>
      </header>
      <LoginSteps strings={account} locale={locale} progress={progress} next={next} />
    </div>
  );
}
