// Leaving: the session ends at the server, and the next person at this page sees nothing of this one's.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate } from "react-router";
import { api } from "../platform/api.ts";

/** Signs out and leads to the door. Works without a network too: the device then forgets its token all the same. */
export function useSignOut(): () => void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useCallback(() => {
    const leave = async (): Promise<void> => {
      await api.call("signOut", {}).catch((error: unknown) => console.info("the server did not hear of it", error));
      api.setToken(null);
      queries.clear();
      await navigate("/dang-nhap");
    };
    void leave();
  }, [navigate, queries]);
}
