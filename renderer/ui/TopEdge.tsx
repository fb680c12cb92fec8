// The upper edge of the screens outside a meeting: the product, the unit, and the account.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "../platform/use-me.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand } from "./Brand.tsx";

/** The children stand between the unit's name and the account. */
export function TopEdge({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("app");
  const me = useMe().data?.person;
  return (
    <header className="top">
      <Link to="/" className="brand-link" aria-label={t("home")}>
        <Brand />
      </Link>
      <span className="meta grow clip">{me?.memberships[0]?.organisationName}</span>
      {children}
      <AccountMenu />
    </header>
  );
}
