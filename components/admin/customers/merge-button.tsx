"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { mergeCustomersAction } from "@/lib/bookings/actions";

type Props = {
  keepId: string;
  goneId: string;
  /** Where the customer that stays is. */
  href: string;
  words: Record<"confirm" | "merging" | "done" | "notPossible" | "offline", string>;
};

export function MergeButton({ keepId, goneId, href, words }: Props) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const merge = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() => mergeCustomersAction({ keepId, goneId }));
    if (outcome.kind === "done") {
      toast(words.done);
      return router.push(href);
    }
    setPending(false);
    const text = outcome.kind === "offline" ? words.offline : outcome.message;
    toast(outcome.kind === "refused" && outcome.code === "NOT_FOUND" ? words.notPossible : text, { tone: "problem" });
  };
  return (
    <Button tone="danger" aria-disabled={isPending} onClick={merge}>
      {isPending ? words.merging : words.confirm}
    </Button>
  );
}
