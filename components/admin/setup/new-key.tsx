"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { KeyForm, type MadeKey } from "./key-form";
import { KeySecret } from "./key-secret";
import type { SetupWords } from "./sections";

/** Makes a key: asks what for, and shows its secret until it is put away. */
export function NewKey({ words, locale }: { words: SetupWords; locale: Locale }) {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  if (made) return <KeySecret words={words.keys} made={made} onKept={() => setMade(null)} />;
  return (
    <div className="grid gap-4">
      <div>
        <Button tone={isOpen ? "secondary" : "primary"} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.close : words.keys.make}
        </Button>
      </div>
      {isOpen ? (
        <KeyForm
          words={words}
          locale={locale}
          onMade={(one) => {
            setOpen(false);
            setMade(one);
          }}
        />
      ) : null}
    </div>
  );
}
