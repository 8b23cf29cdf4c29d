"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { control } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { StaffRole } from "@/lib/core/actor";
import { fill } from "@/lib/i18n/plain-text";
import { changeRoleAction, removeMemberAction } from "@/lib/people/actions";
import { ConfirmDialog } from "./confirm-dialog";
import { ROLES, type TeamWords } from "./invite-member";

type Props = { userId: string; name: string; words: TeamWords };

/** Changes at once; what is refused (the last owner) goes back to what it was. */
export function RoleSelect({ userId, name, role, words }: Props & { role: StaffRole }) {
  const [wished, setWished] = useState<StaffRole | null>(null);
  const change = async (next: StaffRole) => {
    setWished(next);
    const outcome = await callAction(() => changeRoleAction({ userId, role: next }));
    setWished(null);
    if (outcome.kind === "done") return toast(fill(words.roleChanged, { name }));
    toast(outcome.kind === "refused" ? outcome.message : words.offline, { tone: "problem" });
  };
  return (
    <select
      aria-label={fill(words.roleOf, { name })}
      value={wished ?? role}
      disabled={wished !== null}
      onChange={(event) => {
        const next = ROLES.find((each) => each === event.target.value);
        if (next) void change(next);
      }}
      className={`${control} max-w-44`}
    >
      {ROLES.map((each) => (
        <option key={each} value={each}>
          {words.roles[each]}
        </option>
      ))}
    </select>
  );
}

export function RemoveMember({ userId, name, words }: Props) {
  return (
    <ConfirmDialog
      title={fill(words.removeTitle, { name })}
      trigger={words.remove}
      triggerTone="quiet"
      tone="danger"
      text={words.removeLost}
      words={{
        ...{ confirm: words.removeConfirm, confirming: words.removing, keep: words.keep },
        ...{ done: fill(words.removed, { name }), offline: words.offline },
      }}
      act={() => removeMemberAction({ userId })}
    />
  );
}
