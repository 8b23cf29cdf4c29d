import type { FormEvent } from "react";

/** Of a double tap one counts: while a form is being sent, sending it again does nothing. */
export function submitOnce(isSubmitting: boolean, submit: (event: FormEvent<HTMLFormElement>) => unknown) {
  return (event: FormEvent<HTMLFormElement>) => {
    if (isSubmitting) event.preventDefault();
    else void submit(event);
  };
}
