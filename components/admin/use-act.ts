"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";

type Call<T> = Parameters<typeof callAction<T>>[0];

/** One write at a time: whether it is under way, and the sentence of how it failed. */
export function useAct(offline: string) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState("");

  async function act<T>(call: Call<T>): Promise<T | null> {
    if (isPending) return null;
    setPending(true);
    setProblem("");
    const outcome = await callAction(call);
    setPending(false);
    if (outcome.kind === "done") return outcome.data;
    setProblem(outcome.kind === "refused" && outcome.message ? outcome.message : offline);
    return null;
  }

  return { isPending, problem, setProblem, act };
}
