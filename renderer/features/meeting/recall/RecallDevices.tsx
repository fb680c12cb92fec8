// The devices that keep copies of what was recalled: which have destroyed their keys, which have not connected since.
import { IconCheck, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RecallReport } from "../../../../shared/protocol/http/schemas.ts";
import { clockTime, shortDate } from "../../../ui/dates.ts";
import { deviceName } from "../../../ui/device-name.ts";

type Device = RecallReport["devices"][number];

interface RecallDevicesProps {
  devices: readonly Device[];
  timeZone: string;
}

/** Folded, with the sum in the head; those that have not confirmed come first. */
export function RecallDevices({ devices, timeZone }: RecallDevicesProps) {
  const { t } = useTranslation("meeting");
  if (devices.length === 0) return <p className="meta">{t("recall.noDevices")}</p>;
  const done = devices.filter(({ confirmedAt }) => confirmedAt !== null).length;
  return (
    <details className="mt-recall-devices">
      <summary>{t("recall.devices", { done, count: devices.length })}</summary>
      <ul className="list">
        {devices.map((device) => (
          <DeviceRow key={`${device.personId}/${device.deviceId}`} device={device} timeZone={timeZone} />
        ))}
      </ul>
    </details>
  );
}

function DeviceRow({ device, timeZone }: { device: Device; timeZone: string }) {
  const { t } = useTranslation("meeting");
  const { fullName, deviceName: called, confirmedAt, lastSeenAt } = device;
  const moment = (at: string) => ({ time: clockTime(at, timeZone), date: shortDate(at, timeZone) });
  const Icon = confirmedAt === null ? IconClock : IconCheck;
  const known = deviceName(called);
  // What a program says of itself is told in words; a name that somebody gave is told as it is.
  const name = known ? t("recall.device", known) : called || t("recall.unknownDevice");
  return (
    <li className="row wrap">
      <div className="grow">
        <b>{fullName}</b>
        <p className="meta">{name}</p>
      </div>
      <span className={confirmedAt === null ? "tag need" : "tag ok"}>
        <Icon className="i" aria-hidden />{" "}
        {confirmedAt === null ? t("recall.waiting", moment(lastSeenAt)) : t("recall.confirmed", moment(confirmedAt))}
      </span>
    </li>
  );
}
