import { HallForm } from "@/components/admin/setup/hall-form";
import { LogoField } from "@/components/admin/setup/logo-field";
import { formatPhone } from "@/lib/core/phone";
import { loadHall } from "@/lib/tenants/load-hall";
import { loadWords } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("hall");

export default async function HallPage() {
  const { ctx, words, locale } = await loadWords();
  const { logoId, ...hall } = await loadHall(ctx);
  const phone = formatPhone(hall.phone);
  const whatsapp = hall.whatsapp ? formatPhone(hall.whatsapp) : "";
  const { email, gstin, brandColour } = hall;
  return (
    <Room section="hall" words={words} locale={locale}>
      <LogoField words={words} logoId={logoId} />
      <HallForm
        words={words}
        locale={locale}
        values={{
          ...{ ...hall, phone, whatsapp },
          ...{ email: email ?? "", gstin: gstin ?? "", brandColour: brandColour ?? "" },
        }}
      />
    </Room>
  );
}
