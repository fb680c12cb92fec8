// Signing in, with what may stand in between: a system that keeps no keys, a store that an older password sealed, and a
// network that is away while this machine knows the person.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { EnterWish } from "../../../shared/protocol/desktop-arguments.ts";
import type { OfflineResult } from "../../../shared/protocol/desktop-bridge.ts";
import { AppError } from "../../../shared/protocol/errors.ts";
import { obeyRecallsFirst } from "../../offline/recalls.ts";
import { api, failureOf } from "../../platform/api.ts";
import { deviceId, enter, entered } from "../../platform/sign-in.ts";

export interface Credentials {
  userName: string;
  password: string;
  ownDevice: boolean;
}

export type OfflineReason = Extract<OfflineResult, { ok: false }>["reason"];

/** Thrown when what is kept on this machine is not opened without the network. */
export class OfflineRefused extends Error {
  readonly reason: OfflineReason;
  constructor(reason: OfflineReason) {
    super(`not opened without the network: ${reason}`);
    this.reason = reason;
  }
}

type Wish = EnterWish & { personId: string };

/** What has to be asked before what is kept on this machine can be opened. */
export interface Question {
  kind: "no-keys" | "sealed";
  /** The old password that was tried opened nothing. */
  wasWrong: boolean;
  /** Goes on with the answer. */
  answer: (part: Partial<EnterWish>) => void;
}

/** @param place where to go afterwards */
export function useSignIn(place: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [question, setQuestion] = useState<Question | null>(null);
  const goOn = (to: string) => {
    setQuestion(null);
    queries.clear();
    return navigate(to);
  };

  async function admit(wish: Wish, to: string): Promise<void> {
    const result = await enter(wish);
    if (result.ok) {
      await obeyRecallsFirst();
      return void (await goOn(to));
    }
    const { reason } = result;
    if (reason === "refused" || reason === "unreachable") throw new AppError("internal", { network: true });
    setQuestion({
      kind: reason,
      wasWrong: wish.oldPassword !== undefined,
      answer: (part) => again.mutate({ wish: { ...wish, ...part }, to }),
    });
  }

  const again = useMutation({ mutationFn: ({ wish, to }: { wish: Wish; to: string }) => admit(wish, to) });
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      again.reset();
      const { userName, password, ownDevice } = credentials;
      const body = { ...credentials, ...(ownDevice && { deviceId: deviceId() }) };
      const answer = await api.call("signIn", { body }).catch((error: unknown) => {
        if (!window.banhop || failureOf(error) !== "network") throw error;
        return null;
      });
      if (!answer) return enterOffline(userName, password).then(() => goOn(place));
      const { token, person } = answer;
      await admit(
        { token, password, ownDevice, personId: person.id },
        person.mustChangePassword ? "/tai-khoan" : place,
      );
    },
  });
  return {
    signIn: signIn.mutate,
    isPending: signIn.isPending || again.isPending,
    error: again.error ?? signIn.error,
    question,
  };
}

async function enterOffline(userName: string, password: string): Promise<void> {
  const result = await window.banhop?.session.enterOffline(userName, password);
  if (result?.ok) entered(result);
  else throw new OfflineRefused(result?.reason ?? "unknown");
}
