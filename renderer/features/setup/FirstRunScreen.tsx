// The first page of an empty data folder: set the unit up, or try the sample.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api } from "../../platform/api.ts";
import { Brand } from "../../ui/Brand.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { UnitForm } from "./UnitForm.tsx";

/** Route /bat-dau. */
export function FirstRunScreen() {
  const { t } = useTranslation("setup");
  const [isSettingUp, setSettingUp] = useState(false);
  return (
    <main className="center-page">
      <h1>
        <Brand big />
      </h1>
      <p className="first-lead">{t("lead")}</p>
      {isSettingUp ? <UnitForm onBack={() => setSettingUp(false)} /> : <Choice onSetUp={() => setSettingUp(true)} />}
    </main>
  );
}

function Choice({ onSetUp }: { onSetUp: () => void }) {
  const { t } = useTranslation("setup");
  const navigate = useNavigate();
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => api.call("setupState", {}) });
  const sample = useMutation({
    mutationFn: () => api.call("setupSample", {}),
    onSuccess: () => navigate("/dang-nhap"),
  });
  return (
    <div className="two-sheets">
      <section className="sheet">
        <h2>{t("unit")}</h2>
        <p>{t("unitText")}</p>
        <button type="button" className="btn main big" onClick={onSetUp}>
          {t("begin")}
        </button>
      </section>
      {setup.data?.sampleAllowed !== false && (
        <section className="sheet">
          <h2>{t("sample")}</h2>
          <p>{t("sampleText")}</p>
          <button type="button" className="btn big" disabled={sample.isPending} onClick={() => sample.mutate()}>
            {t("openSample")}
          </button>
          <p role="status" className="meta">
            {sample.isPending && t("making")}
          </p>
          <Failure error={sample.error} />
        </section>
      )}
    </div>
  );
}
