"use client";

import { usePathname, useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";

type Props = { label: string; venues: readonly { slug: string; name: string }[]; chosen: string };

/** Which of the hall's venues is being set up; a hall with one is not asked. */
export function VenueChoice({ label, venues, chosen }: Props) {
  const router = useRouter();
  const pathname = usePathname();
  if (venues.length < 2) return null;
  return (
    <Select
      label={label}
      value={chosen}
      onChange={(event) => router.push(`${pathname}?venue=${encodeURIComponent(event.target.value)}`)}
    >
      {venues.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </Select>
  );
}
