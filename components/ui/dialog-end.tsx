import type { ComponentProps } from "react";
import { Button } from "./button";
import { Notice } from "./notice";

type Props = {
  /** What went wrong, as a sentence; empty where nothing did. */
  problem?: string | undefined;
  /** The words on the button that acts, and the button; it submits the form around it where it has no `onClick`. */
  label: string;
  act?: Omit<ComponentProps<typeof Button>, "children" | "type">;
  /** The words on the button that leaves all as it is. */
  keep: string;
  close: () => void;
};

/** How a dialog ends: what went wrong, the act, and the way back. */
export function DialogEnd({ problem, label, act, keep, close }: Props) {
  return (
    <>
      {problem ? <Notice live tone="problem" title={problem} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button {...act} type={act?.onClick ? "button" : "submit"}>
          {label}
        </Button>
        <Button tone="secondary" onClick={close}>
          {keep}
        </Button>
      </div>
    </>
  );
}
