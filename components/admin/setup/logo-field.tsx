"use client";

import { type ChangeEvent, useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { removeLogoAction, saveLogoAction } from "@/lib/tenants/actions";
import type { SetupWords } from "./sections";

const SIDE = 512;

/** Drawn again in the browser, small: what a picture carries beside its pixels, a place for one, stays behind. */
async function redrawn(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

export function LogoField({ words, logoId }: { words: SetupWords; logoId: string | null }) {
  const w = words.hall;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function call(action: () => ReturnType<typeof saveLogoAction | typeof removeLogoAction>, done: string) {
    setBusy(true);
    const outcome = await callAction<unknown>(action);
    setBusy(false);
    if (outcome.kind === "done") {
      setProblem("");
      return toast(done);
    }
    setProblem(outcome.kind === "offline" ? words.offline : w.logoProblem);
  }

  const upload = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    target.value = "";
    if (!chosen || isBusy) return;
    const file = await redrawn(chosen);
    if (!file || file.size > 524_288) return setProblem(w.logoProblem);
    await call(() => saveLogoAction({ file }), w.logoSaved);
  };

  return (
    <section aria-label={w.logo} className="mb-8 grid max-w-3xl gap-3">
      <h2 className="text-xl">{w.logo}</h2>
      <div className="flex flex-wrap items-center gap-4">
        {logoId ? (
          // biome-ignore lint/performance/noImgElement: it is small already, and the same for every screen
          <img
            src={`/api/logo?v=${logoId}`}
            alt={w.logoAlt}
            className="h-20 max-w-48 rounded-card border border-rule object-contain p-1"
          />
        ) : (
          <p className="text-ink-2">{w.noLogo}</p>
        )}
        {logoId ? (
          <Button tone="quiet" aria-disabled={isBusy} onClick={() => call(() => removeLogoAction(), w.logoRemoved)}>
            {w.removeLogo}
          </Button>
        ) : null}
      </div>
      <Field id="logo" label={logoId ? w.otherLogo : w.addLogo} hint={w.logoHint}>
        <input
          id="logo"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby="logo-hint"
          disabled={isBusy}
          onChange={upload}
          className="min-h-12 w-full"
        />
      </Field>
      {problem ? <Notice live tone="problem" title={problem} /> : null}
    </section>
  );
}
