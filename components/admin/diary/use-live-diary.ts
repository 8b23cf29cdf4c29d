import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Diary } from "@/lib/core/diary";
import type { LocalDate } from "@/lib/core/local-date";

const EVERY_MS = 2500;
const TICK_MS = 20_000;

type Answer = { etag: string | null; diary: Diary };

/** The days on show as they are now: asked for again every few seconds while the page is looked at, answered by 304 in between. */
export function useLiveDiary(venueId: string, from: LocalDate, to: LocalDate, initial: Diary, at: number) {
  const client = useQueryClient();
  const key = ["diary", venueId, from, to];
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => fetchDiary(venueId, from, to, client.getQueryData<Answer>(key), signal),
    initialData: { etag: null, diary: initial } satisfies Answer,
    initialDataUpdatedAt: at,
    refetchInterval: EVERY_MS,
    retry: false,
  });
  return {
    diary: data.diary,
    since: isError ? dataUpdatedAt : null,
    again: () => client.invalidateQueries({ queryKey: ["diary"] }),
  };
}

async function fetchDiary(
  venueId: string,
  from: LocalDate,
  to: LocalDate,
  known: Answer | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const query = new URLSearchParams({ venue: venueId, from, to });
  const response = await fetch(`/api/admin/diary?${query}`, {
    signal,
    headers: known?.etag ? { "If-None-Match": known.etag } : {},
  });
  if (response.status === 304 && known) return known;
  if (!response.ok) throw new Error(`diary: ${response.status}`);
  const body: { data: Diary } = await response.json();
  return { etag: response.headers.get("etag"), diary: body.data };
}

/** The server's instant first, so that both write the same; then the browser's. */
export function useNow(initial: number): number {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
