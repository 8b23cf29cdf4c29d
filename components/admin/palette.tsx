"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import type { Locale } from "@/lib/core/locale";
import type { Messages } from "@/lib/i18n/load-messages";
import { find, type Hit } from "./find";
import type { NavItem } from "./nav";

type Props = {
  items: readonly NavItem[];
  locale: Locale;
  words: Messages["admin"]["palette"];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

const PAUSE_MS = 120;
const SHORTEST = 2;

/** Every page, booking and person by typing a few letters: ⌘K or Ctrl-K from anywhere. */
export function Palette({ items, locale, words, isOpen, onOpenChange }: Props) {
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      className="fixed inset-0 z-50 flex justify-center bg-[#0009] p-3 pt-[10vh]"
    >
      <Modal className="h-fit max-h-[75vh] w-full max-w-xl overflow-auto rounded-card border border-rule-2 bg-card">
        <Dialog aria-label={words.open} className="outline-none">
          <Choices items={items} locale={locale} words={words} close={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices({ items, locale, words, close }: Omit<Props, "isOpen" | "onOpenChange"> & { close: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [hits, setHits] = useState<Hit[]>([]);
  const wanted = text.trim().toLocaleLowerCase(locale);

  useEffect(() => {
    if (wanted.length < SHORTEST) return setHits([]);
    const asked = new AbortController();
    const pause = setTimeout(async () => {
      const found = await find(wanted, locale, asked.signal);
      if (!asked.signal.aborted) setHits(found);
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      asked.abort();
    };
  }, [wanted, locale]);

  const pages = items.filter(({ label }) => label.toLocaleLowerCase(locale).includes(wanted));
  const found = [
    { kind: "booking", label: words.bookings },
    { kind: "person", label: words.people },
  ].map((group) => ({ ...group, own: hits.filter(({ kind }) => kind === group.kind) }));
  const go = (href: string) => {
    close();
    router.push(href);
  };
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField autoFocus className="sticky top-0 border-rule border-b bg-card p-3">
        <Label className="sr-only">{words.label}</Label>
        <Input
          placeholder={words.placeholder}
          className="min-h-12 w-full rounded-card border border-edge bg-card px-3 text-[1.0625rem] placeholder:text-ink-3"
        />
      </SearchField>
      <Menu
        aria-label={words.label}
        className="p-2 outline-none"
        onAction={(key) => go(String(key))}
        renderEmptyState={() => <p className="p-4 text-ink-2">{words.none}</p>}
      >
        {pages.length > 0 ? (
          <MenuSection>
            <Header className="px-3 py-1 text-[0.875rem] text-ink-3">{words.pages}</Header>
            {pages.map(({ href, label }) => (
              <Choice key={href} id={href} title={label} />
            ))}
          </MenuSection>
        ) : null}
        {found.map(({ kind, label, own }) =>
          own.length > 0 ? (
            <MenuSection key={kind}>
              <Header className="px-3 py-1 text-[0.875rem] text-ink-3">{label}</Header>
              {own.map(({ href, title, detail }) => (
                <Choice key={href} id={href} title={title} detail={detail} />
              ))}
            </MenuSection>
          ) : null,
        )}
      </Menu>
    </Autocomplete>
  );
}

function Choice({ id, title, detail }: { id: string; title: string; detail?: string }) {
  return (
    <MenuItem
      id={id}
      textValue={title}
      className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4 rounded-card px-3 py-1.5 outline-none data-[focused]:bg-paper-2"
    >
      <span className="font-semibold">{title}</span>
      {detail ? <span className="text-[0.9375rem] text-ink-2">{detail}</span> : null}
    </MenuItem>
  );
}
