// The steps that bring a data folder to the present layout. `user_version` counts the steps taken; a step that has been
// released is never edited, a change is a new step.

const first = `
CREATE TABLE organisations (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE people (
  id TEXT PRIMARY KEY, user_name TEXT NOT NULL UNIQUE, full_name TEXT NOT NULL, title TEXT NOT NULL,
  password_hash TEXT NOT NULL, must_change_password INTEGER NOT NULL DEFAULT 0, disabled_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE memberships (
  person_id TEXT NOT NULL REFERENCES people, organisation_id TEXT NOT NULL REFERENCES organisations,
  roles_json TEXT NOT NULL, PRIMARY KEY (person_id, organisation_id)
) STRICT;
CREATE INDEX memberships_by_organisation ON memberships (organisation_id);
CREATE TABLE sessions (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people, token_hash TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL, created_at TEXT NOT NULL, last_seen_at TEXT NOT NULL, expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE TABLE meetings (
  id TEXT PRIMARY KEY, organisation_id TEXT NOT NULL REFERENCES organisations, title TEXT NOT NULL, kind TEXT NOT NULL,
  place TEXT NOT NULL, stage TEXT NOT NULL, start TEXT, planned_end TEXT, started_at TEXT, closed_at TEXT,
  created_by TEXT NOT NULL REFERENCES people, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_by_organisation ON meetings (organisation_id, start);
CREATE TABLE participants (
  meeting_id TEXT NOT NULL REFERENCES meetings, person_id TEXT NOT NULL REFERENCES people, role TEXT NOT NULL,
  title TEXT NOT NULL, organisation_name TEXT NOT NULL, position INTEGER NOT NULL, may_comment INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, person_id)
) STRICT;
CREATE INDEX participants_by_person ON participants (person_id);
CREATE TABLE papers (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings,
  organisation_id TEXT NOT NULL REFERENCES organisations, item_id TEXT, order_key TEXT NOT NULL, title TEXT NOT NULL,
  number TEXT NOT NULL, kind TEXT NOT NULL, file_name TEXT NOT NULL, media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, version INTEGER NOT NULL, page_count INTEGER,
  thumbnail_sha256 TEXT, readers_json TEXT, added_by TEXT NOT NULL REFERENCES people, added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX papers_by_meeting ON papers (meeting_id);
CREATE INDEX papers_by_blob ON papers (organisation_id, sha256);
CREATE TABLE readings (
  paper_id TEXT NOT NULL REFERENCES papers, person_id TEXT NOT NULL REFERENCES people, page_index INTEGER NOT NULL,
  furthest_page_index INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (paper_id, person_id)
) STRICT;
CREATE TABLE meeting_visits (
  meeting_id TEXT NOT NULL REFERENCES meetings, person_id TEXT NOT NULL REFERENCES people, at TEXT NOT NULL,
  PRIMARY KEY (meeting_id, person_id)
) STRICT;
CREATE TABLE floor (
  meeting_id TEXT PRIMARY KEY REFERENCES meetings, current_item_id TEXT, item_started_at TEXT, presentation_json TEXT,
  revision INTEGER NOT NULL DEFAULT 0, presentation_revision INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE attendance (
  meeting_id TEXT NOT NULL REFERENCES meetings, person_id TEXT NOT NULL REFERENCES people, at TEXT NOT NULL,
  recorded_by TEXT NOT NULL, PRIMARY KEY (meeting_id, person_id)
) STRICT;
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, organisation_id TEXT, person_id TEXT,
  action TEXT NOT NULL, subject TEXT NOT NULL, details_json TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

const reasonOfStage = "ALTER TABLE meetings ADD COLUMN stage_reason TEXT NOT NULL DEFAULT '';";

// Until now it was told from the stage alone, which hid the reason of a postponement from those it was written for.
const timeOfConvening = `
ALTER TABLE meetings ADD COLUMN convened_at TEXT;
UPDATE meetings SET convened_at = created_at WHERE stage NOT IN ('preparing', 'postponed');
`;

// `recalled_at` repeats, for the policies, that a recall of the subject is in force. Whom a recall concerns is written down
// when it is made: who is taken from the list afterwards may still keep a copy.
const recalls = `
CREATE TABLE devices (
  person_id TEXT NOT NULL REFERENCES people, id TEXT NOT NULL, name TEXT NOT NULL, first_seen_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL, PRIMARY KEY (person_id, id)
) STRICT;
ALTER TABLE sessions ADD COLUMN device_id TEXT;
ALTER TABLE organisations ADD COLUMN offline_days INTEGER NOT NULL DEFAULT 14;
ALTER TABLE meetings ADD COLUMN recalled_at TEXT;
ALTER TABLE papers ADD COLUMN recalled_at TEXT;
CREATE TABLE recalls (
  id TEXT PRIMARY KEY, organisation_id TEXT NOT NULL REFERENCES organisations, kind TEXT NOT NULL,
  subject_id TEXT NOT NULL, meeting_id TEXT NOT NULL REFERENCES meetings, reason TEXT NOT NULL,
  recalled_by TEXT NOT NULL REFERENCES people, recalled_at TEXT NOT NULL, lifted_at TEXT,
  lifted_by TEXT REFERENCES people
) STRICT;
CREATE INDEX recalls_by_meeting ON recalls (meeting_id);
CREATE UNIQUE INDEX recalls_in_force ON recalls (subject_id) WHERE lifted_at IS NULL;
CREATE TABLE recall_people (
  recall_id TEXT NOT NULL REFERENCES recalls, person_id TEXT NOT NULL REFERENCES people,
  PRIMARY KEY (recall_id, person_id)
) STRICT;
CREATE INDEX recall_people_by_person ON recall_people (person_id);
CREATE TABLE recall_confirmations (
  recall_id TEXT NOT NULL REFERENCES recalls, person_id TEXT NOT NULL REFERENCES people, device_id TEXT NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (recall_id, person_id, device_id)
) STRICT;
CREATE TABLE inboxes (person_id TEXT PRIMARY KEY REFERENCES people, recalls INTEGER NOT NULL) STRICT;
`;

/** In order; the position after a step is the `user_version` it leads to. */
export const migrations: readonly string[] = [first, reasonOfStage, timeOfConvening, recalls];
