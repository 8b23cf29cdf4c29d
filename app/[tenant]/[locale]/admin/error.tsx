"use client";

import { Problem } from "@/components/site/problem";

export default function AdminError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Problem reference={error.digest} retry={reset} />;
}
