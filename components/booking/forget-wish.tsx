"use client";

import { useEffect } from "react";
import { forgetDraft } from "./draft";
import { forgetHoldKey } from "./hold-key";

/** Once a booking is done or over, the browser lets go of what it kept for it. */
export function ForgetWish({ draft }: { draft: boolean }) {
  useEffect(() => {
    forgetHoldKey();
    if (draft) forgetDraft();
  }, [draft]);
  return null;
}
