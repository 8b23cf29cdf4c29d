"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { moveFunctionAction, previewMoveAction } from "@/lib/bookings/actions";
import { formatDay } from "@/lib/core/format-time";
import { fill } from "@/lib/i18n/plain-text";
import { placeWords, timesOf } from "./bar-words";
import { MovePrice, type Preview } from "./move-price";
import { isSamePlace, placeOf } from "./place-at";
import { PlaceFields } from "./place-fields";
import type { DiaryLook, Move, Place } from "./types";

export type Moved = Move & { functionId: string; version: number; mayUndo: boolean };

type Props = {
  move: Move;
  look: DiaryLook;
  timeZone: string;
  onMoved: (moved: Moved) => void;
  onClose: () => void;
};

/** Asks before a booking moves: from where to where, what it costs then, and whether somebody else was quicker. */
export function MoveDialog({ move, look, timeZone, onMoved, onClose }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className="fixed inset-0 z-50 grid items-end bg-[#0009] sm:place-items-center"
    >
      <Modal className="max-h-dvh w-full max-w-xl overflow-y-auto rounded-t-sheet border border-rule-2 bg-card p-5 sm:rounded-card">
        <Dialog className="grid gap-4 outline-none">
          <Heading slot="title" className="font-serif text-xl">
            {fill(look.words.moveTitle, { title: move.bar.title })}
          </Heading>
          <Question move={move} look={look} timeZone={timeZone} onMoved={onMoved} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Question({ move: { bar, to: first }, look, timeZone, onMoved, onClose }: Props) {
  const { words, locale } = look;
  const [to, setTo] = useState<Place>(first);
  const [seen, setSeen] = useState(bar.version);
  const [reason, setReason] = useState("");
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");
  const { data: outcome, refetch } = useQuery({
    queryKey: ["move", bar.id, to],
    queryFn: () => callAction(() => previewMoveAction({ bookingId: bar.bookingId, functionId: bar.id, to })),
    gcTime: 0,
    retry: false,
  });
  const preview: Preview | null = outcome?.kind === "done" ? outcome.data : null;
  const stands = preview ? placeOf({ ...preview.stands }) : placeOf(bar);
  const isThere = isSamePlace(stands, to);
  const isChanged = preview !== null && preview.version !== seen;
  const choose = (place: Place) => {
    setMessage("");
    setTo(place);
  };

  const confirm = async () => {
    if (!preview || isPending) return;
    setPending(true);
    setMessage("");
    const { functionId } = preview.stands;
    const answer = await callAction(() =>
      moveFunctionAction({
        ...{ bookingId: bar.bookingId, functionId, to, version: seen, shownTotalPaise: preview.totalAfter },
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      }),
    );
    setPending(false);
    if (answer.kind === "offline") return setMessage(words.noAnswer);
    if (answer.kind === "refused") {
      const isToldBelow = answer.code === "SLOT_TAKEN" || answer.code === "CHANGED_MEANWHILE";
      if (!isToldBelow) setMessage(answer.message);
      return void refetch();
    }
    const { functionId: movedId, version } = answer.data;
    onMoved({ bar, to, functionId: movedId, version, mayUndo: preview.refundPaise === 0 });
  };

  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-2">{words.from}</dt>
        <dd>{`${placeWords(stands, look)}, ${timesOf(preview?.stands ?? bar, look)}`}</dd>
        <dt className="text-ink-2">{words.to}</dt>
        <dd className="font-semibold">
          {preview ? `${placeWords(to, look)}, ${timesOf(preview, look)}` : placeWords(to, look)}
        </dd>
      </dl>
      <PlaceFields to={to} bar={bar} look={look} onChange={choose} />
      {isChanged ? (
        <Notice
          live
          tone="warning"
          title={fill(preview.lastChange?.by ? words.changedBy : words.changed, {
            name: preview.lastChange?.by ?? "",
            place: placeWords(stands, look),
          })}
        >
          <p>{preview.lastChange ? formatDay(new Date(preview.lastChange.at), locale, timeZone, "short") : null}</p>
          <p>{words.changedHint}</p>
          <Button tone="secondary" className="mt-2" onClick={() => setSeen(preview.version)}>
            {words.goOn}
          </Button>
        </Notice>
      ) : null}
      {outcome?.kind === "refused" ? <Notice live tone="problem" title={outcome.message} /> : null}
      {outcome?.kind === "offline" ? <Notice live tone="problem" title={words.noAnswer} /> : null}
      {message ? <Notice live tone="problem" title={message} /> : null}
      {isThere ? <Notice tone="info" title={words.isThere} /> : null}
      {preview && !isThere ? <MovePrice preview={preview} look={look} onChoose={choose} /> : null}
      {!outcome ? <p role="status">{words.loading}</p> : null}
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={!preview || isThere || isChanged || preview.isTaken}
          aria-disabled={isPending}
          onClick={confirm}
        >
          {isPending ? words.moving : words.confirm}
        </Button>
        <Button tone="secondary" onClick={onClose}>
          {words.keep}
        </Button>
      </div>
    </>
  );
}
