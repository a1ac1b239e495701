-- At one known time nearly every position that ever was is known, and each is known for long: of those that have
-- ended, how long they were known finds all of a company's history. What does tell few of them apart is the date:
-- they are indexed by how long they held, up to 8, 64, 512 and 4,096 days, and when that ended. Those that have no
-- end yet are few at any known time, and stay indexed by it. The marks of the terms begin with 0 to 5 and a to e.
ALTER TABLE position_version DROP COLUMN company_term;
ALTER TABLE position_version ADD COLUMN company_term text NOT NULL GENERATED ALWAYS AS (
  company || CASE
    WHEN valid_to < 'infinity' THEN CASE
      WHEN valid_to - valid_from <= 8 THEN ' a'
      WHEN valid_to - valid_from <= 64 THEN ' b'
      WHEN valid_to - valid_from <= 512 THEN ' c'
      WHEN valid_to - valid_from <= 4096 THEN ' d'
      ELSE ' e'
    END
    WHEN known_to = 'infinity' THEN ' 5'
    WHEN known_to - known_from <= interval '1 hour' THEN ' 0'
    WHEN known_to - known_from <= interval '16 hours' THEN ' 1'
    WHEN known_to - known_from <= interval '256 hours' THEN ' 2'
    WHEN known_to - known_from <= interval '4096 hours' THEN ' 3'
    WHEN known_to - known_from <= interval '65536 hours' THEN ' 4'
    ELSE ' 5'
  END) STORED;
CREATE INDEX position_version_as_of
  ON position_version (company_term, known_to, known_from, valid_from) WHERE valid_to = 'infinity';
CREATE INDEX position_version_ended
  ON position_version (company_term, valid_to, valid_from, known_to, known_from) WHERE valid_to < 'infinity';
