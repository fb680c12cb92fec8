// The people of a unit, for its administrators: add, change, disable, give a new password, or paste a table from Excel.
import { IconClipboardText, IconUserPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/vietnamese/fold.ts";
import { compareNames } from "../../../shared/vietnamese/names.ts";
import type { PersonInOrganisation } from "../../../shared/protocol/http/schemas.ts";
import { api, messageOf } from "../../platform/api.ts";
import { useMe } from "../../platform/use-me.ts";
import { TopEdge } from "../../ui/TopEdge.tsx";
import { PasswordSheet, type FirstPassword } from "./PasswordSheet.tsx";
import { PasteTable } from "./PasteTable.tsx";
import { PersonEditor } from "./PersonEditor.tsx";
import { PersonRow } from "./PersonRow.tsx";
import "./people.css";

type Doing = { is: "add" } | { is: "paste" } | { is: "edit"; person: PersonInOrganisation };

export function PeopleScreen() {
  const { t } = useTranslation("people");
  const queries = useQueryClient();
  const me = useMe().data?.person;
  const unit = me?.memberships.find(({ roles }) => roles.includes("administrator"));
  const organisationId = unit?.organisationId ?? "";
  const [doing, setDoing] = useState<Doing | null>(null);
  const [passwords, setPasswords] = useState<readonly FirstPassword[]>([]);
  const [search, setSearch] = useState("");
  const people = useQuery({
    queryKey: ["people", organisationId],
    queryFn: () => api.call("people", { params: { organisationId } }),
    enabled: unit !== undefined,
  });
  const refetch = (): void => void queries.invalidateQueries({ queryKey: ["people", organisationId] });
  const shown = sortedBy(people.data?.people ?? [], search);
  if (me && !unit) {
    return (
      <>
        <TopEdge />
        <main className="center-page">
          <h1>{t("title")}</h1>
          <p>{t("onlyAdministrators")}</p>
        </main>
      </>
    );
  }
  return (
    <>
      <TopEdge />
      <main className="people">
        <div className="row between wrap">
          <h1>{t("title")}</h1>
          <div className="row wrap">
            <button type="button" className="btn" onClick={() => setDoing({ is: "paste" })}>
              <IconClipboardText className="i" aria-hidden /> {t("paste")}
            </button>
            <button type="button" className="btn main" onClick={() => setDoing({ is: "add" })}>
              <IconUserPlus className="i" aria-hidden /> {t("add")}
            </button>
          </div>
        </div>
        <input
          className="input people-search"
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <PasswordSheet passwords={passwords} onDone={() => setPasswords([])} />
        {people.isError && (
          <p role="alert" className="alarm-text">
            {messageOf(people.error)}
          </p>
        )}
        {people.isPending && <div className="sk" style={{ height: 240 }} aria-busy="true" />}
        {people.isSuccess && shown.length === 0 && <p className="meta">{t("noneFound", { search })}</p>}
        {shown.length > 0 && (
          <div className="sheet">
            <table className="people-table">
              <caption className="meta">{t("count", { count: shown.length })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("fullName")}</th>
                  <th scope="col">{t("userName")}</th>
                  <th scope="col">{t("jobTitle")}</th>
                  <th scope="col">{t("rolesHead")}</th>
                  <th scope="col">
                    <span className="sr">{t("acts")}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((person) => (
                  <PersonRow
                    key={person.id}
                    organisationId={organisationId}
                    person={person}
                    onEdit={() => setDoing({ is: "edit", person })}
                    onChanged={refetch}
                    onPassword={(password) => setPasswords([{ ...person, password }])}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {doing?.is === "paste" && (
          <PasteTable
            organisationId={organisationId}
            onClose={() => setDoing(null)}
            onImported={(added) => {
              setPasswords(added);
              refetch();
            }}
          />
        )}
        {(doing?.is === "add" || doing?.is === "edit") && (
          <PersonEditor
            organisationId={organisationId}
            person={doing.is === "edit" ? doing.person : null}
            onClose={() => setDoing(null)}
            onSaved={(added) => {
              if (added) setPasswords([added]);
              refetch();
            }}
          />
        )}
      </main>
    </>
  );
}

/** By given name as Vietnamese sorts it; a search without marks finds names with marks. */
function sortedBy(people: readonly PersonInOrganisation[], search: string): PersonInOrganisation[] {
  const needle = fold(search).trim();
  return people
    .filter(({ fullName, userName, title }) => fold(`${fullName} ${userName} ${title}`).includes(needle))
    .sort((a, b) => compareNames(a.fullName, b.fullName));
}
