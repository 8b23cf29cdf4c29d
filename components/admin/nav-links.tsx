"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "@/components/ui/button";
import type { NavItem } from "./nav";

type Props = { items: readonly NavItem[]; label: string };

/** The longest address that leads here wins: the dashboard's own address begins every other. */
function useCurrent(items: readonly NavItem[]): string | undefined {
  const here = usePathname();
  return items
    .filter(({ href }) => here === href || here.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]?.key;
}

/** On a desk: every room, one below the other. */
export function SideNav({ items, label }: Props) {
  const current = useCurrent(items);
  return (
    <nav aria-label={label} className="grid gap-0.5">
      {items.map(({ key, href, label: text, badge }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current ? "page" : undefined}
          className="flex min-h-11 items-center justify-between gap-2 rounded-card px-3 text-ink-2 hover:bg-paper-2 hover:text-ink aria-[current]:bg-card aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_3px_0_0_var(--brand)]"
        >
          {text}
          {badge ? <span className="text-[0.875rem] font-semibold text-brand">{badge}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

const AT_HAND = 4;
const place =
  "grid min-h-14 w-full cursor-pointer place-items-center content-center px-1 text-center text-[0.875rem] leading-tight text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_3px_0_var(--brand)]";

type Bar = Props & { words: { more: string; close: string }; children: ReactNode };

/** On a phone: what is needed all day within reach of a thumb, the rest one tap away. */
export function BottomBar({ items, label, words, children }: Bar) {
  const current = useCurrent(items);
  const [isOpen, setOpen] = useState(false);
  const atHand = items.slice(0, AT_HAND);
  const rest = items.slice(atHand.length);
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-rule border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {atHand.map(({ key, href, label: text, badge }) => (
          <li key={key} className="min-w-0 flex-1">
            <Link href={href} aria-current={key === current ? "page" : undefined} className={place}>
              <span>
                {text}
                {badge ? <b className="text-brand"> {badge}</b> : null}
              </span>
            </Link>
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <button
            type="button"
            className={place}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setOpen(true)}
          >
            {words.more}
          </button>
        </li>
      </ul>
      <ModalOverlay
        isDismissable
        isOpen={isOpen}
        onOpenChange={setOpen}
        className="fixed inset-0 z-50 grid items-end bg-[#0009]"
      >
        <Modal className="max-h-[90dvh] w-full overflow-y-auto rounded-t-sheet border border-rule-2 bg-card p-4">
          <Dialog className="grid gap-2 outline-none">
            <Heading slot="title" className="font-serif text-xl">
              {words.more}
            </Heading>
            {rest.map(({ key, href, label: text, badge }) => (
              <Link
                key={key}
                href={href}
                onClick={() => setOpen(false)}
                aria-current={key === current ? "page" : undefined}
                className="flex min-h-12 items-center justify-between border-rule border-t px-1 aria-[current]:font-semibold"
              >
                {text}
                {badge ? <b className="text-brand">{badge}</b> : null}
              </Link>
            ))}
            {children}
            <Button tone="secondary" onClick={() => setOpen(false)}>
              {words.close}
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </nav>
  );
}
