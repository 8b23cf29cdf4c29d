"use client";

import Form from "next/form";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef, useTransition } from "react";

type Props = {
  /** The next step. */
  action: string;
  /** This step: what is typed goes into its address, so that refresh and back keep it and the total follows. */
  here: string;
  id: string;
  children: ReactNode;
};

const PAUSE_MS = 350;

/** A plain GET form that also keeps this page's address and total in step with what is typed. */
export function LiveForm({ action, here, id, children }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const addressOf = (form: HTMLFormElement) => {
    const pairs = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    return `${here}?${new URLSearchParams(pairs)}`;
  };

  const follow = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const next = addressOf(form);
      if (next === location.pathname + location.search) return;
      // Without a connection the address alone keeps it: the server could not be asked, and the page would be lost.
      if (!navigator.onLine) return history.replaceState(null, "", next);
      startTransition(() => router.replace(next, { scroll: false }));
    }, PAUSE_MS);
  };

  return (
    <Form
      action={action}
      id={id}
      aria-busy={isPending}
      onChange={follow}
      onSubmit={(event) => {
        clearTimeout(pause.current);
        history.replaceState(null, "", addressOf(event.currentTarget));
      }}
    >
      {children}
    </Form>
  );
}
