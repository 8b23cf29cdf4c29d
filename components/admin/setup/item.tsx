"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  title: ReactNode;
  detail: ReactNode;
  /** The words on the button that opens it, and what it is about. */
  open: string;
  close: string;
  about: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** A row of a list of the set-up: what it is, and its form on demand. */
export function Item({ title, detail, open, close, about, actions, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="grid gap-4 rounded-card border border-rule bg-paper p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-lg">{title}</h2>
          <p className="text-ink-2">{detail}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            tone="secondary"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? close : open}: ${about}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? close : open}
          </Button>
          {actions}
        </div>
      </div>
      {isOpen ? children : null}
    </li>
  );
}

/** What adds to such a list. */
export function Adding({ open, close, children }: { open: string; close: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="mt-5 grid gap-4">
      <div>
        <Button tone={isOpen ? "secondary" : "primary"} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? close : open}
        </Button>
      </div>
      {isOpen ? <div className="rounded-card border border-rule bg-paper p-4">{children}</div> : null}
    </div>
  );
}
