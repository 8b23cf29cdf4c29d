"use client";

import { useForm } from "react-hook-form";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { Select } from "@/components/ui/select";
import { submitOnce } from "@/components/ui/submit-once";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { StaffRole } from "@/lib/core/actor";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { inviteMemberAction } from "@/lib/people/actions";
import type { InviteMemberInput } from "@/lib/people/input";

export type TeamWords = Messages["admin"]["team"] & { roles: Messages["admin"]["roles"]; offline: string };

export const ROLES = ["staff", "manager", "owner"] as const satisfies StaffRole[];

export function InviteMember({ words }: { words: TeamWords }) {
  return (
    <Dialog title={words.inviteTitle} trigger={words.invite} triggerTone="primary">
      {(close) => <InviteForm words={words} close={close} />}
    </Dialog>
  );
}

/** The pattern of every form here: react-hook-form holds it, the action's schema judges it, and each complaint stands by its field. */
function InviteForm({ words, close }: { words: TeamWords; close: () => void }) {
  const { register, handleSubmit, setError, watch, formState } = useForm<InviteMemberInput>({
    defaultValues: { phone: "", name: "", role: "staff" },
  });
  const { errors, isSubmitting } = formState;

  async function invite(input: InviteMemberInput) {
    try {
      const { data, serverError, validationErrors } = await inviteMemberAction(input);
      if (data) {
        toast(fill(words.sent, { name: input.name }));
        return close();
      }
      for (const field of ["name", "phone", "role"] as const) {
        const message = validationErrors?.fieldErrors[field]?.[0];
        if (message) setError(field, { message }, { shouldFocus: true });
      }
      if (serverError?.code === "PHONE_INVALID") {
        return setError("phone", { message: serverError.message }, { shouldFocus: true });
      }
      if (serverError) setError("root", { message: serverError.message });
    } catch {
      setError("root", { message: words.offline });
    }
  }

  return (
    <form method="post" onSubmit={submitOnce(isSubmitting, handleSubmit(invite))} noValidate className="grid gap-4">
      <TextField
        {...register("phone")}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        required
        maxLength={30}
        label={words.phone}
        hint={words.phoneHint}
        error={errors.phone?.message}
      />
      <TextField
        {...register("name")}
        autoComplete="off"
        required
        maxLength={80}
        label={words.name}
        error={errors.name?.message}
      />
      <Select
        {...register("role")}
        label={words.role}
        hint={words.roleHint[watch("role")]}
        error={errors.role?.message}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {words.roles[role]}
          </option>
        ))}
      </Select>
      <DialogEnd
        problem={errors.root?.message}
        label={isSubmitting ? words.sending : words.send}
        act={{ "aria-disabled": isSubmitting }}
        keep={words.keep}
        close={close}
      />
    </form>
  );
}
