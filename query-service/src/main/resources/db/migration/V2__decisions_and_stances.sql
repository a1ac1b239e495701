-- Changes tell of decisions, stances and merged companies now. What was projected of the earlier form is
-- projected again from the first record on; each change keeps its seq (change_seq stays).
TRUNCATE position_version, company, change_log, parked_change;
DROP TABLE claim_version;

ALTER TABLE shard
  -- Below this offset records were projected before; until it is reached again the model is incomplete.
  ADD COLUMN refilled_at bigint NOT NULL DEFAULT 0,
  -- A rebuilt model has taken this one's place: nothing may be written here any more.
  ADD COLUMN retired boolean NOT NULL DEFAULT false;
UPDATE shard SET refilled_at = next_offset, next_offset = 0, position = 0, watermark = 'epoch';

-- A change of identity is about no technology, nor is a stance on a named act that touches several.
ALTER TABLE change_log ALTER COLUMN technology DROP NOT NULL;

-- What a claim says, in one reading: written once, from whichever company's stream brings it first.
CREATE TABLE claim_content (
  content_id text  PRIMARY KEY,
  payload    jsonb NOT NULL
);

-- In which subject each claim was, in which reading, and to which announcement it belonged (none: too little
-- confidence), by known time. A claim that moves to another subject ends here and begins there at one known
-- time, so the subject is part of the key. There is no foreign key to claim_content: a merged company's claims
-- were told on another stream, which may lag behind.
CREATE TABLE claim_version (
  claim_id     text        NOT NULL,
  company      text        NOT NULL,
  -- '' in each of these four where it does not apply, so that equality finds it.
  technology   text        NOT NULL,
  activity     text        NOT NULL,
  audience     text        NOT NULL,
  target       text        NOT NULL,
  content_id   text        NOT NULL,
  announcement text,
  known_from   timestamptz NOT NULL,
  known_to     timestamptz NOT NULL,
  PRIMARY KEY (claim_id, company, technology, activity, audience, target, known_from),
  CHECK (known_from < known_to)
);
CREATE UNIQUE INDEX claim_version_open
  ON claim_version (claim_id, company, technology, activity, audience, target) WHERE known_to = 'infinity';
CREATE INDEX claim_version_by_announcement ON claim_version (company, announcement);

-- Bitemporal as position_version. The target is what the stance is folded by: act:... or any:...
CREATE TABLE stance_version (
  company      text        NOT NULL,
  technology   text        NOT NULL,
  target       text        NOT NULL,
  jurisdiction text        NOT NULL,
  announcement text        NOT NULL,
  stance       text        NOT NULL,
  valid_from   date        NOT NULL,
  valid_to     date        NOT NULL,
  known_from   timestamptz NOT NULL,
  known_to     timestamptz NOT NULL,
  payload      jsonb       NOT NULL,
  PRIMARY KEY (company, technology, target, announcement, jurisdiction, valid_from, known_from),
  CHECK (known_from < known_to)
);
CREATE UNIQUE INDEX stance_version_open
  ON stance_version (company, technology, target, announcement, jurisdiction, valid_from)
  WHERE known_to = 'infinity';

-- Which company counts for which other one, by known time; none where each is its own.
CREATE TABLE company_alias (
  company     text        NOT NULL,
  merged_into text        NOT NULL,
  known_from  timestamptz NOT NULL,
  known_to    timestamptz NOT NULL,
  PRIMARY KEY (company, known_from),
  CHECK (known_from < known_to)
);
CREATE UNIQUE INDEX company_alias_open ON company_alias (company) WHERE known_to = 'infinity';
CREATE INDEX company_alias_into ON company_alias (merged_into) WHERE known_to = 'infinity';
