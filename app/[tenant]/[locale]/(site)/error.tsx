"use client";

import { Problem } from "@/components/site/problem";

export default function SiteError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Problem reference={error.digest} retry={reset} />;
}
