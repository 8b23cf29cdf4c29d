"use client";

import Form from "next/form";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";

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

  const rest = () => {
    clearTimeout(pause.current);
    pause.current = undefined;
  };
  const settle = (form: HTMLFormElement) => {
    rest();
    const next = addressOf(form);
    if (next === location.pathname + location.search) return;
    // Without a connection the address alone keeps it: the server could not be asked, and the page would be lost.
    if (!navigator.onLine) return history.replaceState(null, "", next);
    startTransition(() => router.replace(next, { scroll: false }));
  };
  const follow = (form: HTMLFormElement) => {
    rest();
    pause.current = setTimeout(() => settle(form), PAUSE_MS);
  };

  const shown = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed or chosen before there was a script
  useEffect(() => {
    if (shown.current && [...shown.current.elements].some(isTouched)) follow(shown.current);
    return rest;
  }, []);

  return (
    <Form
      ref={shown}
      action={action}
      id={id}
      aria-busy={isPending}
      onChange={(event) => follow(event.currentTarget)}
      onBlur={(event) => {
        // Whoever types and then follows a link is not called back by an address that comes later.
        if (pause.current) settle(event.currentTarget);
      }}
      onSubmit={(event) => {
        rest();
        history.replaceState(null, "", addressOf(event.currentTarget));
      }}
    >
      {children}
    </Form>
  );
}

/** Whether a field says something else than the server wrote into it. */
function isTouched(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some(({ selected, defaultSelected }) => defaultSelected && !selected);
  }
  if (!(field instanceof HTMLInputElement) || field.name === "") return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}
