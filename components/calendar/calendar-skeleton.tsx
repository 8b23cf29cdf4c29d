import { Skeleton } from "@/components/ui/skeleton";

const KEYS = Array.from({ length: 35 }, (_, index) => `c${index}`);

/** The calendar's room while its days are on their way. */
export function CalendarSkeleton() {
  return (
    <div className="cal" aria-hidden="true">
      <div className="cal-months">
        {["one", "two"].map((month) => (
          <div key={month} className="cal-month">
            <div className="cal-head">
              <Skeleton className="mx-auto h-8 w-40" />
            </div>
            <div className="grid grid-cols-7 gap-1 pt-9">
              {KEYS.map((key) => (
                <Skeleton key={key} className="h-[58px]" />
              ))}
            </div>
          </div>
        ))}
      </div>
      <div className="cal-sheet">
        <Skeleton className="h-8 w-60" />
      </div>
    </div>
  );
}
