import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { LocalDate } from "@/lib/core/local-date";
import type { CalendarDay } from "./types";

const EVERY_MS = 4000;

/** `days` is absent while the page's own still stand. */
type Answer = { etag: string | null; days?: CalendarDay[] };

type LiveDays = { days: CalendarDay[] | undefined; load: () => void };

/**
 * The days as they are now: asked for again every four seconds while the page is looked at, answered by 304 in between.
 * `etag` is that of what the server wrote into the page, so that a page which nobody touches loads no days twice; `load`
 * fetches them once, for somebody who is about to choose.
 */
export function useLiveDays(venueId: string, from: LocalDate, to: LocalDate, etag: string): LiveDays {
  const client = useQueryClient();
  const key = ["availability", venueId, from, to];
  const { data, refetch } = useQuery<Answer>({
    queryKey: key,
    queryFn: ({ signal }) => fetchDays(venueId, from, to, client.getQueryData<Answer>(key), signal),
    initialData: { etag },
    refetchInterval: EVERY_MS,
    retry: false,
  });
  const load = () => {
    if (data.days || data.etag === null) return;
    client.setQueryData<Answer>(key, { etag: null });
    void refetch();
  };
  return { days: data.days, load };
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
