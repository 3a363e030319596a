import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { signedIn } from "../../api/session.ts";
import { rememberAccount } from "./lastAccount.ts";

/** Signing in with a PIN: what is typed, and what the server has against it. */
export function usePinEntry(accountId: number | null) {
  const [pin, setPin] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const signIn = useMutation(
    query.accounts.signIn.mutationOptions({
      meta: { handlesError: true },
      onSuccess: (session) => {
        setPin("");
        if (session.account) rememberAccount(session.account.id);
        signedIn(session);
      },
    }),
  );
  return {
    pin,
    field,
    running: signIn.isPending,
    refusal: signIn.error && sentenceOf(signIn.error),
    type: (typed: string) => {
      setPin(typed);
      if (signIn.isError) signIn.reset();
    },
    submit: (event: React.FormEvent) => {
      event.preventDefault();
      if (accountId === null || pin === "" || signIn.isPending) return;
      // A wrong one is marked, to be typed over or looked at and mended.
      signIn.mutate({ accountId, pin }, { onError: () => field.current?.select() });
    },
  };
}
