"use client";

import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { updateProfileAction } from "@/lib/people/actions";
import type { AccountStrings } from "./strings";

type Props = { strings: AccountStrings; onSaved: () => void };
type Profile = { name: string; email: string };

/** What is wrong with a field is said by the server, which alone has the rules; the first such field takes the focus. */
export function ProfileForm({ strings, onSaved }: Props) {
  const { register, handleSubmit, setError, formState } = useForm<Profile>({ defaultValues: { name: "", email: "" } });
  const { errors, isSubmitting } = formState;

  async function save(profile: Profile) {
    if (isSubmitting) return;
    try {
      const { serverError, validationErrors } = await updateProfileAction(profile);
      if (!serverError && !validationErrors) return onSaved();
      const refused = { name: serverError?.message, ...firstOfEach(validationErrors?.fieldErrors) };
      if (refused.email) setError("email", { message: refused.email }, { shouldFocus: true });
      if (refused.name) setError("name", { message: refused.name }, { shouldFocus: true });
    } catch {
      setError("name", { message: strings.offline });
    }
  }

  return (
    <form method="post" onSubmit={handleSubmit(save)} noValidate className="grid gap-4">
      <div>
        <h2 className="text-xl">{strings.profileTitle}</h2>
        <p className="text-ink-2">{strings.profileIntro}</p>
      </div>
      <TextField
        {...register("name")}
        autoComplete="name"
        required
        maxLength={80}
        label={strings.name}
        error={errors.name?.message}
      />
      <TextField
        {...register("email", { setValueAs: (email: string) => email.trim() })}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={254}
        label={strings.email}
        hint={strings.emailHint}
        error={errors.email?.message}
      />
      <Button type="submit" size="lg" wide aria-disabled={isSubmitting}>
        {isSubmitting ? strings.saving : strings.save}
      </Button>
    </form>
  );
}

const firstOfEach = (fieldErrors: Partial<Record<string, string[]>> | undefined): Partial<Profile> =>
  Object.fromEntries(
    Object.entries(fieldErrors ?? {}).flatMap(([field, messages]) => (messages?.[0] ? [[field, messages[0]]] : [])),
  );
