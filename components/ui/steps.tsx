import Link from "next/link";

export type Step = { label: string; href?: string | undefined };

type Props = { steps: readonly Step[]; current: number; label: string };

/** Where one is in a row of steps: those done lead back, the current one is marked with more than colour. */
export function Steps({ steps, current, label }: Props) {
  return (
    <nav aria-label={label}>
      <ol className="flex gap-1.5">
        {steps.map((step, index) => (
          <li
            key={step.label}
            // The one name that a phone has room for may reach into the empty places beside it.
            className={`flex min-w-0 flex-1 flex-col ${index < steps.length / 2 ? "items-start" : "items-end"} sm:items-stretch`}
            aria-current={index === current ? "step" : undefined}
          >
            <span className={`block h-1 self-stretch rounded-full ${index <= current ? "bg-brand" : "bg-rule-2"}`} />
            <StepName step={step} state={index === current ? "current" : index < current ? "done" : "ahead"} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepName({ step, state }: { step: Step; state: "current" | "done" | "ahead" }) {
  const look = "block truncate pt-1.5 text-[0.8125rem] leading-snug";
  if (state === "current") return <b className={`${look} max-sm:w-max max-sm:overflow-visible`}>{step.label}</b>;
  if (state === "done" && step.href) {
    return (
      <Link href={step.href} className={`${look} min-h-11 text-ink-2 underline underline-offset-4 max-sm:sr-only`}>
        {step.label}
      </Link>
    );
  }
  return <span className={`${look} text-ink-3 max-sm:sr-only`}>{step.label}</span>;
}
