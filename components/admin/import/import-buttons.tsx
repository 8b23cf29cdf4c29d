"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import {
  discardImportAction,
  recheckImportAction,
  resumeImportAction,
  startImportAction,
  undoImportAction,
} from "@/lib/imports/actions";

type Call = Parameters<typeof callAction<unknown>>[0];
type Shared = { importId: string; offline: string };

/** One call at a time, and how it failed as a sentence. */
function useCall(offline: string) {
  const [isPending, setPending] = useState(false);
  const [trouble, setTrouble] = useState("");
  const call = async (action: Call): Promise<boolean> => {
    if (isPending) return false;
    setPending(true);
    setTrouble("");
    const outcome = await callAction(action);
    setPending(false);
    if (outcome.kind === "done") return true;
    setTrouble(outcome.kind === "refused" ? outcome.message : offline);
    return false;
  };
  return { isPending, trouble: trouble ? <Notice live tone="problem" title={trouble} /> : null, call };
}

export function StartImport({ importId, offline, label, starting }: Shared & { label: string; starting: string }) {
  const { isPending, trouble, call } = useCall(offline);
  return (
    <>
      <Button aria-disabled={isPending} onClick={() => call(() => startImportAction({ importId }))}>
        {isPending ? starting : label}
      </Button>
      {trouble}
    </>
  );
}

export function RecheckImport({ importId, offline, label }: Shared & { label: string }) {
  const { isPending, trouble, call } = useCall(offline);
  return (
    <>
      <Button tone="secondary" aria-disabled={isPending} onClick={() => call(() => recheckImportAction({ importId }))}>
        {label}
      </Button>
      {trouble}
    </>
  );
}

export function ResumeImport({ importId, offline, label, resumed }: Shared & { label: string; resumed: string }) {
  const { isPending, trouble, call } = useCall(offline);
  const resume = async () => {
    if (await call(() => resumeImportAction({ importId }))) toast(resumed);
  };
  return (
    <>
      <Button tone="quiet" aria-disabled={isPending} onClick={resume}>
        {label}
      </Button>
      {trouble}
    </>
  );
}

type Question = Shared & { button: string; title: string; lost: ReactNode; confirm: string; keep: string };

/** Names what will be lost before it is. */
function Ask({
  title,
  button,
  lost,
  confirm,
  keep,
  offline,
  action,
  after,
}: Question & { action: Call; after?: () => void }) {
  return (
    <Dialog title={title} trigger={button} triggerTone="quiet">
      {(close) => <Answer {...{ lost, confirm, keep, offline, action, close }} {...(after ? { after } : {})} />}
    </Dialog>
  );
}

type AnswerProps = Pick<Question, "lost" | "confirm" | "keep" | "offline"> & {
  action: Call;
  after?: () => void;
  close: () => void;
};

function Answer({ lost, confirm, keep, offline, action, after, close }: AnswerProps) {
  const { isPending, trouble, call } = useCall(offline);
  const answer = async () => {
    if (!(await call(action))) return;
    close();
    after?.();
  };
  return (
    <>
      <p>{lost}</p>
      {trouble}
      <DialogEnd
        label={confirm}
        act={{ tone: "danger", "aria-disabled": isPending, onClick: answer }}
        keep={keep}
        close={close}
      />
    </>
  );
}

export function UndoImport(props: Question) {
  return <Ask {...props} action={() => undoImportAction({ importId: props.importId })} />;
}

export function DiscardImport({ backHref, ...props }: Question & { backHref: string }) {
  const router = useRouter();
  return (
    <Ask
      {...props}
      action={() => discardImportAction({ importId: props.importId })}
      after={() => router.push(backHref)}
    />
  );
}
