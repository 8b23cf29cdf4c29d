import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FoundCustomer } from "@/lib/people/types";

const PAUSE_MS = 150;
const SHORTEST = 3;

/** Whom the hall knows by what was typed so far; nobody while that is too little. */
export function useCustomers(typed: string): FoundCustomer[] {
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery({
    queryKey: ["desk-customers", text],
    queryFn: ({ signal }) => fetchCustomers(text, signal),
    enabled: text.length >= SHORTEST,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    retry: 1,
  });
  return text.length >= SHORTEST ? (data ?? []) : [];
}

async function fetchCustomers(text: string, signal: AbortSignal): Promise<FoundCustomer[]> {
  const response = await fetch(`/api/admin/customers?${new URLSearchParams({ q: text })}`, { signal });
  if (!response.ok) throw new Error(`customers: ${response.status}`);
  const body = (await response.json()) as { data: FoundCustomer[] };
  return body.data;
}
