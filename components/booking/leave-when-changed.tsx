"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { BookingStatus } from "@/lib/core/booking-state";

/** Paid in another tab, or confirmed by the webhook first: whoever still looks at the payment is taken to the result. */
export function LeaveWhenChanged({ status, href }: { status: BookingStatus; href: string }) {
  const router = useRouter();
  const first = useRef(status);
  useEffect(() => {
    if (status !== first.current) router.replace(href);
  }, [status, href, router]);
  return null;
}
