import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/booking/print-button";
import { ReceiptSheet } from "@/components/booking/receipt-sheet";
import { isAppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import { loadReceipt } from "@/lib/payments/queries";
import { requireLogin } from "../../../load-own";

type Props = { params: Promise<{ id: string; paymentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipt");
  return { title: t("title"), robots: { index: false } };
}

export default async function ReceiptPage({ params }: Props) {
  const { id, paymentId } = await params;
  const ctx = await requireLogin(`/bookings/${id}/receipts/${paymentId}`);
  const { locale } = ctx;
  const receipt = await loadReceipt(ctx, paymentId).catch((error: unknown) => {
    if (isAppError(error, "NOT_FOUND") || isAppError(error, "FORBIDDEN")) notFound();
    throw error;
  });
  if (receipt.booking.id !== id) notFound();
  const t = await getTranslations({ locale, namespace: "receipt" });
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 md:px-6 print:max-w-none print:p-6">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <Link href={localePath(locale, `/bookings/${id}`)} className="text-link inline-flex min-h-11 items-center">
          {t("back")}
        </Link>
        <PrintButton label={t("print")} />
      </div>
      <ReceiptSheet receipt={receipt} locale={locale} />
    </div>
  );
}
