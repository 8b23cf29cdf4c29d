"use client";

import { ConfirmDialog } from "@/components/admin/confirm-dialog";
import { fill } from "@/lib/i18n/plain-text";
import { revokeApiKeyAction } from "@/lib/people/actions";
import type { SetupWords } from "./sections";

type Props = { keyId: string; name: string; prefix: string; words: SetupWords };

export function RevokeKey({ keyId, name, prefix, words: { keys, offline } }: Props) {
  return (
    <ConfirmDialog
      title={fill(keys.revokeTitle, { name })}
      trigger={keys.revoke}
      triggerTone="quiet"
      tone="danger"
      text={fill(keys.revokeLost, { prefix })}
      words={{
        ...{ confirm: keys.revokeConfirm, confirming: keys.revoking, keep: keys.keep },
        ...{ done: fill(keys.gone, { name }), offline },
      }}
      act={() => revokeApiKeyAction({ keyId })}
    />
  );
}
