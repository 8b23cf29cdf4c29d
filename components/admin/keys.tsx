"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import type { NavItem } from "./nav";

const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });

type Props = {
  items: readonly NavItem[];
  locale: Locale;
  words: Pick<Messages["admin"], "palette" | "shortcuts"> & { close: string };
};

const SEQUENCE_MS = 1_200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null;

/** The button that opens the palette, and what the keyboard does wherever nobody is typing. */
export function Keys({ items, locale, words }: Props) {
  const router = useRouter();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const goUntil = useRef(0);

  const openPalette = () => {
    setWasAsked(true);
    setPaletteOpen(true);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setWasAsked(true);
        setPaletteOpen(true);
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") return setHelpOpen(true);
      if (event.key === "g") {
        goUntil.current = Date.now() + SEQUENCE_MS;
        return;
      }
      const fresh = items.find(({ key }) => key === "new");
      if (event.key === "n" && fresh) return router.push(fresh.href);
      const item = Date.now() < goUntil.current ? items.find(({ letter }) => letter === event.key) : undefined;
      goUntil.current = 0;
      if (item) router.push(item.href);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [items, router]);

  const rows = [
    { keys: "⌘ K · Ctrl K", text: words.shortcuts.palette },
    ...(items.some(({ key }) => key === "new") ? [{ keys: "n", text: words.shortcuts.newBooking }] : []),
    ...items.flatMap(({ letter, label }) =>
      letter ? [{ keys: `g ${letter}`, text: fill(words.shortcuts.go, { page: label }) }] : [],
    ),
    { keys: "?", text: words.shortcuts.help },
  ];
  return (
    <>
      <button
        type="button"
        onClick={openPalette}
        className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-3 rounded-card border border-edge bg-card px-3 text-left text-ink-2 hover:bg-paper-2"
      >
        {words.palette.open}
        <kbd className="font-sans text-[0.8125rem] text-ink-3 max-md:hidden">⌘K</kbd>
      </button>
      {wasAsked ? (
        <Palette
          items={items}
          locale={locale}
          words={words.palette}
          isOpen={isPaletteOpen}
          onOpenChange={setPaletteOpen}
        />
      ) : null}
      <ModalOverlay
        isDismissable
        isOpen={isHelpOpen}
        onOpenChange={setHelpOpen}
        className="fixed inset-0 z-50 grid place-items-center bg-[#0009] p-4"
      >
        <Modal className="w-full max-w-md rounded-card border border-rule-2 bg-card p-5">
          <Dialog className="grid gap-4 outline-none">
            <Heading slot="title" className="font-serif text-xl">
              {words.shortcuts.title}
            </Heading>
            <dl className="grid gap-2">
              {rows.map(({ keys, text }) => (
                <div key={keys} className="flex items-center justify-between gap-4">
                  <dt>{text}</dt>
                  <dd>
                    <kbd className="rounded-card border border-rule-2 bg-paper-2 px-2 py-1 font-sans text-[0.9375rem]">
                      {keys}
                    </kbd>
                  </dd>
                </div>
              ))}
            </dl>
            <Button tone="secondary" onClick={() => setHelpOpen(false)}>
              {words.close}
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
