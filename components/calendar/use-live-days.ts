import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { LocalDate } from "@/lib/core/local-date";
import type { CalendarDay } from "./types";

const EVERY_MS = 4000;

type Answer = { etag: string | null; days: CalendarDay[] };

/** The days as they are now: asked for again every four seconds while the page is looked at, answered by 304 in between. */
export function useLiveDays(venueId: string, from: LocalDate, to: LocalDate): CalendarDay[] | undefined {
  const client = useQueryClient();
  const key = ["availability", venueId, from, to];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => fetchDays(venueId, from, to, client.getQueryData<Answer>(key), signal),
    refetchInterval: EVERY_MS,
    retry: false,
  });
  return data?.days;
}

async function fetchDays(
  venueId: string,
  from: LocalDate,
  to: LocalDate,
  known: Answer | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(`/api/v1/venues/${venueId}/availability?from=${from}&to=${to}`, {
    signal,
    headers: known?.etag ? { "If-None-Match": known.etag } : {},
  });
  if (response.status === 304 && known) return known;
  if (!response.ok) throw new Error(`availability: ${response.status}`);
  const body = (await response.json()) as { data: { days: CalendarDay[] } };
  return { etag: response.headers.get("etag"), days: body.data.days };
}
