"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { control } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { StaffRole } from "@/lib/core/actor";
import { fill } from "@/lib/i18n/plain-text";
import { changeRoleAction, removeMemberAction } from "@/lib/people/actions";
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
    <Dialog title={fill(words.removeTitle, { name })} trigger={words.remove} triggerTone="quiet">
      {(close) => <Question userId={userId} name={name} words={words} close={close} />}
    </Dialog>
  );
}

function Question({ userId, name, words, close }: Props & { close: () => void }) {
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");
  const remove = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() => removeMemberAction({ userId }));
    setPending(false);
    if (outcome.kind === "offline") return setMessage(words.offline);
    if (outcome.kind === "refused") return setMessage(outcome.message);
    close();
    toast(fill(words.removed, { name }));
  };
  return (
    <>
      <p>{words.removeLost}</p>
      {message ? <Notice live tone="problem" title={message} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button tone="danger" aria-disabled={isPending} onClick={remove}>
          {isPending ? words.removing : words.removeConfirm}
        </Button>
        <Button tone="secondary" onClick={close}>
          {words.keep}
        </Button>
      </div>
    </>
  );
}
