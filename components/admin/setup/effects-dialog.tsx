"use client";

import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { BookingLinks } from "./booking-links";
import type { SetupWords } from "./sections";
import type { Told } from "./told";

type Props = {
  words: SetupWords;
  locale: Locale;
  /** Null while nothing is asked. */
  told: Told | null;
  confirm: string;
  isDanger: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** What a change does, before it is saved. */
export function EffectsDialog({ words, locale, told, confirm, isDanger, onConfirm, onClose }: Props) {
  return (
    <ModalOverlay
      isDismissable
      isOpen={told !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className="fixed inset-0 z-50 grid items-end bg-[#0009] sm:place-items-center"
    >
      <Modal className="max-h-[85dvh] w-full max-w-lg overflow-auto rounded-t-sheet border border-rule-2 bg-card p-5 sm:rounded-card">
        <Dialog className="grid gap-4 outline-none">
          <Heading slot="title" className="font-serif text-xl">
            {words.effects.title}
          </Heading>
          <ul className="grid gap-2">
            {told?.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {told && told.examples.length > 0 ? (
            <ul className="grid gap-1 rounded-card bg-paper-2 px-4 py-3 text-[0.9375rem] text-ink-2">
              {told.examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          ) : null}
          {told ? <BookingLinks bookings={told.bookings} locale={locale} /> : null}
          <div className="flex flex-wrap gap-2">
            <Button tone={isDanger ? "danger" : "primary"} onClick={onConfirm}>
              {confirm}
            </Button>
            <Button tone="secondary" onClick={onClose}>
              {words.back}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
