"use client";

import { Button } from "@/components/ui/button";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button tone="secondary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
