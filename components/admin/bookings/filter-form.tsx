"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { LiveForm } from "@/components/booking/live-form";
import { Button } from "@/components/ui/button";
import { control } from "@/components/ui/field";

type Props = {
  /** Where the list is. */
  path: string;
  /** Of the search, where this form has one. */
  search?: { value: string; label: string; hint: string };
  show: string;
  children?: ReactNode;
};

/** Narrows a list as one types and chooses; all of it stands in the address. Without a script its button does the same. */
export function FilterForm({ path, search, show, children }: Props) {
  return (
    <LiveForm action={path} here={path} id="filter">
      <div className="grid gap-3">
        {search ? <Search {...search} /> : null}
        {children}
        <div className="sr-only focus-within:not-sr-only">
          <Button type="submit" tone="secondary">
            {show}
          </Button>
        </div>
      </div>
    </LiveForm>
  );
}

/** Keeps what is being typed, and what was typed before there was a script; else takes over what the address says. */
function Search({ value, label, hint }: { value: string; label: string; hint: string }) {
  const box = useRef<HTMLInputElement>(null);
  const shown = useRef(value);
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    if (box.current && document.activeElement !== box.current) box.current.value = value;
  }, [value]);
  return (
    <input
      ref={box}
      type="search"
      name="q"
      defaultValue={value}
      aria-label={label}
      placeholder={hint}
      autoComplete="off"
      spellCheck={false}
      className={control}
    />
  );
}
