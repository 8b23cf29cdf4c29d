import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { CalendarDay } from "@/components/calendar/types";
import { addDays, type LocalDate } from "@/lib/core/local-date";

const EVERY_MS = 4000;
const AROUND = 45;

export const DAYS = "desk-days";

const dayQuery = (venueId: string, date: LocalDate | null) => ({
  queryKey: [DAYS, venueId, date],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchDays(venueId, date ?? "", date ?? "", signal),
  enabled: date !== null,
  refetchInterval: EVERY_MS,
  retry: 1,
});

/** One day's sessions as they are now, asked for again every four seconds. */
export function useDeskDay(venueId: string, date: LocalDate | null): CalendarDay | undefined {
  const { data } = useQuery(dayQuery(venueId, date));
  return data?.find((day) => day.date === date);
}

/** Which of the days that are asked for are auspicious: some prices go by it. */
export function useMuhurat(venueId: string, functions: readonly { date: LocalDate | null }[]): ReadonlySet<LocalDate> {
  const dates = [...new Set(functions.flatMap(({ date }) => (date ? [date] : [])))];
  const answers = useQueries({ queries: dates.map((date) => dayQuery(venueId, date)) });
  return new Set(answers.flatMap(({ data = [] }) => data.flatMap((day) => (day.muhurat ? [day.date] : []))));
}

/** The weeks around a day, for what to offer in its place; asked for only while that is needed. */
export function useDaysAround(venueId: string, date: LocalDate | null, isNeeded: boolean): CalendarDay[] {
  const { data } = useQuery({
    queryKey: [DAYS, venueId, "around", date],
    queryFn: ({ signal }) => fetchDays(venueId, addDays(date ?? "", -AROUND), addDays(date ?? "", AROUND), signal),
    enabled: date !== null && isNeeded,
    placeholderData: keepPreviousData,
    retry: 1,
  });
  return data ?? [];
}

async function fetchDays(venueId: string, from: LocalDate, to: LocalDate, signal: AbortSignal): Promise<CalendarDay[]> {
  const response = await fetch(`/api/admin/days?${new URLSearchParams({ venueId, from, to })}`, { signal });
  if (!response.ok) throw new Error(`days: ${response.status}`);
  const body = (await response.json()) as { data: { days: CalendarDay[] } };
  return body.data.days;
}
