import { notFound } from "next/navigation";
import { loadAdmin } from "@/lib/web/load-admin";

export default async function Elsewhere() {
  await loadAdmin();
  notFound();
}
