"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/core/locale";
import type { LoginProgress, PendingChallenge } from "@/lib/people/types";
import { CodeForm } from "./code-form";
import { PhoneForm } from "./phone-form";
import { ProfileForm } from "./profile-form";
import type { AccountStrings } from "./strings";

type Props = {
  strings: AccountStrings;
  locale: Locale;
  /** From `loadLoginProgress()`: a refresh goes on where it was. */
  progress: LoginProgress;
  /** Where to go when somebody is in and has a name; without it the page is loaded again as it is. */
  next?: string | null;
};

/** Phone, code, and at the first login a name. The server says which of them is next. */
export function LoginSteps({ strings, locale, progress, next = null }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState<PendingChallenge | null>(progress.step === "code" ? progress.pending : null);
  const [isResent, setIsResent] = useState(false);
  const done = progress.step === "done";

  useEffect(() => {
    if (done && next) router.replace(next);
  }, [done, next, router]);

  const goOn = () => {
    if (next) router.replace(next);
    router.refresh();
  };

  // A new step takes the focus, so that keyboard and screen reader follow; the first one leaves it where it is.
  const step = progress.step === "profile" ? "profile" : pending ? "code" : "phone";
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    box.current?.querySelector("input")?.focus();
  }, [step]);

  if (done) return null;
  return (
    <div ref={box} className="grid gap-6">
      {step === "profile" ? (
        <ProfileForm strings={strings} onSaved={goOn} />
      ) : pending ? (
        <CodeForm
          strings={strings}
          locale={locale}
          pending={pending}
          isResent={isResent}
          onResent={(next) => {
            setPending(next);
            setIsResent(true);
          }}
          onSignedIn={() => router.refresh()}
          onChangePhone={() => {
            setPending(null);
            setIsResent(false);
          }}
        />
      ) : (
        <PhoneForm strings={strings} onSent={setPending} />
      )}
    </div>
  );
}
