// The people of a unit, for its administrators: found, added, changed; a table where there is room, cards on a phone.
import { IconClipboardText, IconSearch, IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PersonInOrganisation } from "../../../shared/protocol/http/schemas.ts";
import { api } from "../../platform/api.ts";
import { unitManagedBy, useMe } from "../../platform/me.ts";
import { Failure } from "../../ui/Failure.tsx";
import { StatePage } from "../../ui/StatePage.tsx";
import { TopEdge } from "../../ui/TopEdge.tsx";
import { AddPerson } from "./AddPerson.tsx";
import { EditPerson } from "./EditPerson.tsx";
import { ImportPeople } from "./ImportPeople.tsx";
import { OfflineLimit } from "./OfflineLimit.tsx";
import { findPeople } from "./order.ts";
import { PeopleTable } from "./PeopleTable.tsx";
import "./people.css";

/** Route /nguoi-dung. */
export function PeopleScreen() {
  const me = useMe();
  const organisationId = unitManagedBy(me);
  return (
    <>
      <TopEdge person={me} />
      {organisationId !== null ? <People organisationId={organisationId} /> : me && <NotForMe />}
    </>
  );
}

type Open = { what: "add" } | { what: "import" } | { what: "edit"; personId: string };

function People({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation("people");
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState<Open | null>(null);
  const people = useQuery({
    queryKey: ["people", organisationId],
    queryFn: () => api.call("people", { params: { organisationId } }),
  });
  const all = people.data?.people ?? [];
  const found = findPeople(all, query);
  const edited = open?.what === "edit" ? all.find(({ id }) => id === open.personId) : undefined;
  const close = () => setOpen(null);
  return (
    <main className="page-wide">
      <div className="row between wrap">
        <h1>{t("title")}</h1>
        <div className="row wrap">
          <button type="button" className="btn" onClick={() => setOpen({ what: "import" })}>
            <IconClipboardText className="i" aria-hidden /> {t("paste")}
          </button>
          <button type="button" className="btn main" onClick={() => setOpen({ what: "add" })}>
            <IconUserPlus className="i" aria-hidden /> {t("add")}
          </button>
        </div>
      </div>
      <div className="row wrap people-search">
        <label className="with-sign grow">
          <IconSearch className="i" aria-hidden />
          <span className="sr">{t("search")}</span>
          <input
            className="input"
            type="search"
            placeholder={t("search")}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        <p className="meta" role="status">
          {people.isSuccess && countOf(found, all, t)}
        </p>
      </div>
      <Failure error={people.error} />
      {people.isPending &&
        [1, 2, 3, 4, 5].map((row) => <i key={row} className="sk" style={{ height: 52, marginTop: 8 }} />)}
      {found.length > 0 && <PeopleTable people={found} onEdit={(personId) => setOpen({ what: "edit", personId })} />}
      {people.isSuccess && found.length === 0 && <p>{t("none")}</p>}
      <OfflineLimit organisationId={organisationId} />
      {open?.what === "add" && <AddPerson organisationId={organisationId} onClose={close} />}
      {open?.what === "import" && <ImportPeople organisationId={organisationId} onClose={close} />}
      {edited && <EditPerson key={edited.id} organisationId={organisationId} person={edited} onClose={close} />}
    </main>
  );
}

function countOf(
  found: readonly PersonInOrganisation[],
  all: readonly PersonInOrganisation[],
  t: (key: "count" | "countFound", values: { count: number; found: number }) => string,
): string {
  return t(found.length === all.length ? "count" : "countFound", { count: all.length, found: found.length });
}

function NotForMe() {
  const { t } = useTranslation("people");
  return (
    <StatePage
      tag={t("forbiddenTag")}
      title={t("forbidden")}
      steps={[t("forbiddenSteps.ask"), t("forbiddenSteps.home")]}
      sign="TK-03"
    >
      <Link className="btn main" to="/">
        {t("toHome")}
      </Link>
    </StatePage>
  );
}
