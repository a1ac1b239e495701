-- Events are no longer about claims alone: this is a claim id or a company id.
ALTER TABLE policy_event RENAME COLUMN claim_id TO about;
CREATE INDEX policy_event_recorded ON policy_event (recorded_at);

-- The fold of the events, a row for each claim; can be thrown away and made again.
DROP TABLE subject_state;
CREATE TABLE claim_state (
  claim_id text PRIMARY KEY,
  -- The company that the claim names, as corrected; merges leave it.
  company  text NOT NULL,
  -- Key of the subject that it counts in; null where it does not hold, as is entry.
  subject  text,
  entry    json,
  -- The newest reading, in policy_event; null where only decisions have come yet.
  reading  text,
  -- What else was said of the claim: retractions, corrections, reviews; null where nothing was.
  rulings  json
);
CREATE INDEX claim_state_subject ON claim_state (subject);
CREATE INDEX claim_state_company ON claim_state (company);

-- The newest decision on each company id; merged_into is null where it is one of its own again.
CREATE TABLE company_alias (
  company     text    PRIMARY KEY,
  revision    integer NOT NULL,
  merged_into text
);

-- Stated dates that lie ahead; a row goes when its date has been reported or is void.
CREATE TABLE due_date (
  claim_id text NOT NULL,
  boundary text NOT NULL,
  due_on   date NOT NULL,
  company  text NOT NULL,
  PRIMARY KEY (claim_id, boundary, due_on)
);
CREATE INDEX due_date_due_on ON due_date (due_on);

-- What an analyst should look at, by how many days of positions the answer would change.
CREATE TABLE review_item (
  claim_id    text        PRIMARY KEY,
  company     text        NOT NULL,
  subject     text        NOT NULL,
  reason      text        NOT NULL,
  impact_days bigint      NOT NULL,
  confidence  float8      NOT NULL,
  since       timestamptz NOT NULL
);
CREATE INDEX review_item_impact ON review_item (impact_days DESC, claim_id);

-- The rules that the tables were folded by; the generation tells caches that they were folded anew.
CREATE TABLE fold (
  one_row    boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  version    integer NOT NULL,
  generation bigint  NOT NULL DEFAULT 0
);
-- What is there was folded by version 1 and is to be folded anew; 0 is nothing yet.
INSERT INTO fold (version) SELECT CASE WHEN EXISTS (SELECT FROM policy_event) THEN 1 ELSE 0 END;
