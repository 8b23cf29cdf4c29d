"use client";

import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { toast } from "@/components/ui/toast";
import { useAct } from "./use-act";

type Props = {
  title: string;
  /** The words on the button that asks. */
  trigger: string;
  triggerTone?: "secondary" | "quiet";
  /** `danger` where something is lost by it. */
  tone?: "primary" | "danger";
  /** What it means. */
  text: string;
  words: Record<"confirm" | "confirming" | "keep" | "done" | "offline", string>;
  act: Parameters<ReturnType<typeof useAct>["act"]>[0];
};

/** One act that says what it means before it is done; what fails is told where it was asked. */
export function ConfirmDialog({ title, trigger, triggerTone, ...question }: Props) {
  return (
    <Dialog title={title} trigger={trigger} {...(triggerTone ? { triggerTone } : {})}>
      {(close) => <Question {...question} close={close} />}
    </Dialog>
  );
}

type QuestionProps = Pick<Props, "tone" | "text" | "words" | "act"> & { close: () => void };

function Question({ tone = "primary", text, words, act, close }: QuestionProps) {
  const { isPending, problem, act: once } = useAct(words.offline);
  const confirm = async () => {
    if (!(await once(act))) return;
    close();
    toast(words.done);
  };
  return (
    <>
      <p>{text}</p>
      <DialogEnd
        problem={problem}
        label={isPending ? words.confirming : words.confirm}
        act={{ tone, "aria-disabled": isPending, onClick: confirm }}
        keep={words.keep}
        close={close}
      />
    </>
  );
}
