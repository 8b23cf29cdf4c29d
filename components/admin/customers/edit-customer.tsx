"use client";

import { useForm } from "react-hook-form";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { LOCALES, type Locale } from "@/lib/core/locale";
import type { Messages } from "@/lib/i18n/load-messages";
import { updateCustomerAction } from "@/lib/people/actions";

type Words = Messages["admin"]["customers"] & { offline: string };
type Wished = { name: string; email: string; locale: Locale };
type Props = { customerId: string; customer: Wished; words: Words };

/** The phone is who somebody is: it does not change, it is merged. */
export function EditCustomer(props: Props) {
  return (
    <Dialog title={props.words.editTitle} trigger={props.words.edit}>
      {(close) => <Fields {...props} close={close} />}
    </Dialog>
  );
}

function Fields({ customerId, customer, words, close }: Props & { close: () => void }) {
  const { register, handleSubmit, setError, formState } = useForm<Wished>({ defaultValues: customer });
  const { errors, isSubmitting } = formState;

  async function save(wished: Wished) {
    try {
      const { data, serverError, validationErrors } = await updateCustomerAction({ customerId, ...wished });
      if (data) {
        toast(words.saved);
        return close();
      }
      for (const field of ["email", "name"] as const) {
        const message = validationErrors?.fieldErrors[field]?.[0];
        if (message) setError(field, { message }, { shouldFocus: true });
      }
      if (serverError) setError("root", { message: serverError.message });
    } catch {
      setError("root", { message: words.offline });
    }
  }

  return (
    <form method="post" onSubmit={handleSubmit(save)} noValidate className="grid gap-4">
      <TextField
        {...register("name")}
        autoComplete="off"
        required
        maxLength={80}
        label={words.name}
        error={errors.name?.message}
      />
      <TextField
        {...register("email")}
        type="email"
        autoComplete="off"
        maxLength={254}
        label={words.email}
        optional={words.optional}
        error={errors.email?.message}
      />
      <Select {...register("locale")} label={words.language}>
        {LOCALES.map((each) => (
          <option key={each} value={each}>
            {words.languages[each]}
          </option>
        ))}
      </Select>
      <DialogEnd
        problem={errors.root?.message}
        label={isSubmitting ? words.saving : words.save}
        act={{ "aria-disabled": isSubmitting }}
        keep={words.keep}
        close={close}
      />
    </form>
  );
}
