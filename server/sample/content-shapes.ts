// What the sample unit is described in.

export type SampleOrganisationKey = "lam-giang" | "hai-son";

/** A unit (đơn vị); the two see nothing of one another. */
export interface SampleOrganisation {
  readonly key: SampleOrganisationKey;
  readonly name: string;
}

export type SampleRole = "administrator" | "secretary" | "chair" | "member" | "guest";

/** A person with the role held in the organisation and the usual title (chức danh). */
export interface SamplePerson {
  readonly userName: string;
  readonly fullName: string;
  readonly title: string;
  readonly organisation: SampleOrganisationKey;
  readonly role: SampleRole;
  /** What the sign-in page says beside the name. */
  readonly hint: string;
}

/** Somebody at one meeting, with the role and title they had there. */
export interface SampleParticipant {
  readonly userName: string;
  readonly roleAtMeeting: "chair" | "secretary" | "member" | "guest";
  readonly title: string;
}

/** A paper attached to an agenda item. `file` is its name in `papers/`. */
export interface SamplePaper {
  readonly file: string;
  readonly title: string;
  /** The official number, or an empty string for a text not yet numbered. */
  readonly number: string;
  /** Official abbreviation of the document type: TTr, BC, NQ, QC, PL … */
  readonly kind: string;
  readonly uploadedBy: string;
}

/** An agenda item; sub-items share the duration of their parent. */
export interface SampleAgendaItem {
  readonly title: string;
  readonly durationMinutes: number;
  /** Full name of the presenter, or an empty string. */
  readonly presenter: string;
  readonly description: string;
  readonly subItems: readonly SampleAgendaItem[];
  readonly papers: readonly SamplePaper[];
}

export type SampleStage = "convened" | "live" | "closed";

/** Where a live meeting stands when the sample is made. */
export interface SampleProgress {
  /** The meeting was started so many minutes before the sample is made. */
  readonly startedMinutesAgo: number;
  /** Index in `agenda`, from 0, of the item being discussed. */
  readonly currentItemIndex: number;
  /** User names of those who have checked in. */
  readonly checkedIn: readonly string[];
  /** The presenter, the paper shown and its page (from 1). */
  readonly presenter: string;
  readonly paper: string;
  readonly pageNumber: number;
}

/** A meeting. Its day is `dayOffset` days after the day on which the sample is made. */
export interface SampleMeeting {
  readonly key: string;
  readonly organisation: SampleOrganisationKey;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
  readonly stage: SampleStage;
  readonly dayOffset: number;
  readonly startHour: number;
  readonly startMinute: number;
  readonly plannedMinutes: number;
  readonly chairs: readonly string[];
  readonly secretaries: readonly string[];
  /** Everybody at the meeting, chairs and secretaries included. */
  readonly participants: readonly SampleParticipant[];
  readonly agenda: readonly SampleAgendaItem[];
  /** Present on the live meeting only. */
  readonly progress: SampleProgress | null;
}

export interface SampleReply {
  readonly author: string;
  readonly text: string;
  readonly minutesAgo: number;
}

export type SampleColour = "yellow" | "green" | "blue" | "pink";

/** A shared mark (góp ý chung): a highlight of `quote` with a comment, or without when `text` is empty. */
export interface SampleMark {
  readonly meeting: string;
  readonly author: string;
  readonly paper: string;
  /** From 1. */
  readonly pageNumber: number;
  /** The text as it stands on the page; where it runs over two lines, one space joins them. */
  readonly quote: string;
  readonly text: string;
  readonly colour: SampleColour;
  readonly minutesAgo: number;
  readonly replies: readonly SampleReply[];
  /** Who marked it as settled (đã giải quyết), or null. */
  readonly resolvedBy: string | null;
}

/** A private note (ghi chú riêng): only its author sees it. */
export interface SampleNote {
  readonly meeting: string;
  readonly author: string;
  readonly paper: string;
  readonly pageNumber: number;
  readonly quote: string;
  readonly text: string;
  readonly colour: SampleColour;
  readonly minutesAgo: number;
}
