"use client";

import type { ReactNode } from "react";

/** Around what logs out: pages of the dashboard that this browser keeps go first, connection or not. */
export function ForgetOffline({ children }: { children: ReactNode }) {
  return <div onSubmitCapture={forget}>{children}</div>;
}

function forget(): void {
  if (!("caches" in window)) return;
  void caches.delete("mandap-admin-pages");
  void navigator.serviceWorker?.getRegistrations().then((all) => {
    for (const { active } of all) active?.postMessage({ type: "forget" });
  });
}
