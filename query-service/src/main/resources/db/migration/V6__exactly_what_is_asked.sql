-- A read at one known time finds the versions that were known then, and hardly any others. They are indexed by
-- company and by how long they were known: the end of one that was known for at most 16 hours lies within 16
-- hours of the time asked for. What is known still, or was for longer than the last but one term, is in the last.
-- One column, so that no other index on the company looks as good to the planner.
ALTER TABLE position_version ADD COLUMN company_term text NOT NULL GENERATED ALWAYS AS (
  company || CASE
    WHEN known_to = 'infinity' THEN ' 5'
    WHEN known_to - known_from <= interval '1 hour' THEN ' 0'
    WHEN known_to - known_from <= interval '16 hours' THEN ' 1'
    WHEN known_to - known_from <= interval '256 hours' THEN ' 2'
    WHEN known_to - known_from <= interval '4096 hours' THEN ' 3'
    WHEN known_to - known_from <= interval '65536 hours' THEN ' 4'
    ELSE ' 5'
  END) STORED;
DROP INDEX position_version_as_of;
CREATE INDEX position_version_as_of
  ON position_version (company_term, known_to, known_from, valid_from, valid_to);

-- Of one announcement: which claims were its own, which contents these are, and when it was on a timeline. All
-- without the tables.
DROP INDEX position_version_of_announcement;
CREATE INDEX position_version_of_announcement
  ON position_version (company, announcement, known_to, known_from);
DROP INDEX claim_version_by_announcement;
CREATE INDEX claim_version_of_announcement
  ON claim_version (company, announcement, known_to, known_from) INCLUDE (content_id);

CREATE INDEX stance_version_of_announcement ON stance_version (company, announcement, known_to, known_from);

-- When an announcement had claims and was on no timeline of the company: what is pending is found without a look
-- at all that is not.
CREATE TABLE pending_version (
  company      text        NOT NULL,
  announcement text        NOT NULL,
  known_from   timestamptz NOT NULL,
  known_to     timestamptz NOT NULL,
  CHECK (known_from < known_to)
);
CREATE INDEX pending_version_as_of ON pending_version (company, known_to, known_from);
CREATE INDEX pending_version_of_announcement ON pending_version (company, announcement);

INSERT INTO pending_version
SELECT told.company, told.announcement, lower(pending), upper(pending)
FROM (
  SELECT company, announcement, range_agg(tstzrange(known_from, known_to)) AS known
  FROM claim_version WHERE announcement IS NOT NULL GROUP BY company, announcement
) told LEFT JOIN (
  SELECT company, announcement, range_agg(tstzrange(known_from, known_to)) AS known
  FROM (
    SELECT company, announcement, known_from, known_to FROM position_version
    UNION ALL
    SELECT company, announcement, known_from, known_to FROM stance_version
  ) version GROUP BY company, announcement
) placed USING (company, announcement),
unnest(told.known - coalesce(placed.known, '{}')) AS pending;
