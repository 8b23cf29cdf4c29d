"use client";

import { useAct } from "@/components/admin/money/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { fill } from "@/lib/i18n/plain-text";
import { revokeApiKeyAction } from "@/lib/people/actions";
import type { SetupWords } from "./sections";

type Props = { keyId: string; name: string; prefix: string; words: SetupWords };

export function RevokeKey(props: Props) {
  const { keys } = props.words;
  return (
    <Dialog title={fill(keys.revokeTitle, { name: props.name })} trigger={keys.revoke} triggerTone="quiet">
      {(close) => <Question {...props} close={close} />}
    </Dialog>
  );
}

function Question({ keyId, name, prefix, words, close }: Props & { close: () => void }) {
  const { isPending, problem, act } = useAct(words.offline);
  const { keys } = words;
  const revoke = async () => {
    if (!(await act(() => revokeApiKeyAction({ keyId })))) return;
    close();
    toast(fill(keys.gone, { name }));
  };
  return (
    <>
      <p>{fill(keys.revokeLost, { prefix })}</p>
      {problem ? <Notice live tone="problem" title={problem} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button tone="danger" aria-disabled={isPending} onClick={revoke}>
          {isPending ? keys.revoking : keys.revokeConfirm}
        </Button>
        <Button tone="secondary" onClick={close}>
          {keys.keep}
        </Button>
      </div>
    </>
  );
}
