-- One row for each partition of policy.changes.v1. Whoever projects a batch locks its rows first.
CREATE TABLE shard (
  shard       integer     PRIMARY KEY,
  topic_id    text        NOT NULL,
  next_offset bigint      NOT NULL,
  -- Highest position of this shard's changes that was projected; the writer numbers them from 1 without gaps.
  position    bigint      NOT NULL DEFAULT 0,
  -- Everything that was recorded up to here has been projected.
  watermark   timestamptz NOT NULL DEFAULT 'epoch'
);

-- The one counter of the feed. Its row lock is held until the commit, so a smaller seq never shows up later.
CREATE TABLE feed (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  epoch   uuid    NOT NULL DEFAULT gen_random_uuid(),
  seq     bigint  NOT NULL DEFAULT 0
);
INSERT INTO feed DEFAULT VALUES;

-- Append-only, and to be copied into every rebuilt schema: a change keeps the seq that readers have seen.
CREATE TABLE change_seq (
  change_id text   PRIMARY KEY,
  seq       bigint NOT NULL UNIQUE
);

CREATE TABLE change_log (
  seq         bigint      PRIMARY KEY,
  change_id   text        NOT NULL UNIQUE,
  company     text        NOT NULL,
  version     bigint      NOT NULL,
  type        text        NOT NULL,
  technology  text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  payload     jsonb       NOT NULL,
  UNIQUE (company, version)
);
CREATE INDEX change_log_by_company ON change_log (company, seq);
CREATE INDEX change_log_by_technology ON change_log (technology, seq);

-- Bitemporal: valid_from to valid_to in the world, known_from to known_to in the tracker. Rows are closed, never changed.
CREATE TABLE position_version (
  company      text        NOT NULL,
  technology   text        NOT NULL,
  activity     text        NOT NULL,
  audience     text        NOT NULL,
  -- '' where none is stated, so that equality finds it.
  jurisdiction text        NOT NULL,
  lane         text        NOT NULL,
  announcement text        NOT NULL,
  lapsed       boolean     NOT NULL,
  status       text        NOT NULL,
  valid_from   date        NOT NULL,
  valid_to     date        NOT NULL,
  known_from   timestamptz NOT NULL,
  known_to     timestamptz NOT NULL,
  payload      jsonb       NOT NULL,
  PRIMARY KEY (company, technology, activity, audience, announcement, jurisdiction, lane, lapsed, valid_from, known_from),
  CHECK (known_from < known_to)
);
CREATE UNIQUE INDEX position_version_open
  ON position_version (company, technology, activity, audience, announcement, jurisdiction, lane, lapsed, valid_from)
  WHERE known_to = 'infinity';

-- What each claim said and to which announcement it belonged (none: too little confidence), by known time.
CREATE TABLE claim_version (
  claim_id     text        NOT NULL,
  company      text        NOT NULL,
  technology   text        NOT NULL,
  activity     text        NOT NULL,
  audience     text        NOT NULL,
  kind         text        NOT NULL,
  announcement text,
  known_from   timestamptz NOT NULL,
  known_to     timestamptz NOT NULL,
  payload      jsonb       NOT NULL,
  PRIMARY KEY (claim_id, company, known_from),
  CHECK (known_from < known_to)
);
CREATE UNIQUE INDEX claim_version_open ON claim_version (claim_id, company) WHERE known_to = 'infinity';
CREATE INDEX claim_version_by_announcement ON claim_version (company, announcement);

CREATE TABLE company (
  company          text        PRIMARY KEY,
  -- Changes applied; 0 where the first one could not be.
  version          bigint      NOT NULL,
  last_seq         bigint,
  last_type        text,
  last_recorded_at timestamptz,
  last_valid_from  date,
  -- Why nothing more of this company is applied until a rebuild; null while all is well.
  halted_reason    text
);
CREATE INDEX company_halted ON company (company) WHERE halted_reason IS NOT NULL;

-- Records that could not be read, as they came. Bytes, because nothing is known about what is in them.
CREATE TABLE parked_change (
  topic     text        NOT NULL,
  partition integer     NOT NULL,
  "offset"  bigint      NOT NULL,
  key       bytea,
  value     bytea,
  -- Name and base64 value of each.
  headers   jsonb       NOT NULL,
  reason    text        NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (topic, partition, "offset")
);
