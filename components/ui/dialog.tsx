"use client";

import type { ReactNode } from "react";
import {
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
  Button as PressButton,
  Dialog as RacDialog,
} from "react-aria-components";
import { button } from "./button";

type Props = {
  title: string;
  /** The words on the button that opens it. */
  trigger: string;
  triggerTone?: "primary" | "secondary" | "quiet" | "danger";
  children: (close: () => void) => ReactNode;
};

/** A question that must be answered before going on. On a phone it rises from the bottom, in reach of a thumb. */
export function Dialog({ title, trigger, triggerTone = "secondary", children }: Props) {
  return (
    <DialogTrigger>
      <PressButton className={button({ tone: triggerTone })}>{trigger}</PressButton>
      <ModalOverlay isDismissable className="fixed inset-0 z-50 grid items-end bg-[#0009] sm:place-items-center">
        <Modal className="w-full max-w-lg rounded-t-sheet border border-rule-2 bg-card p-5 sm:rounded-card">
          <RacDialog className="grid gap-4 outline-none">
            {({ close }) => (
              <>
                <Heading slot="title" className="font-serif text-xl">
                  {title}
                </Heading>
                {children(close)}
              </>
            )}
          </RacDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
