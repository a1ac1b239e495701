-- The latest recorded time among the changes up to this seq: an answer for a known time before it does not
-- rest on this seq. Changes that were healed by a rebuild come late and have old recorded times, so the
-- recorded times alone do not grow with seq. Null only while the model is filled again.
ALTER TABLE change_seq ADD COLUMN latest timestamptz;
UPDATE change_seq s SET latest = l.latest
FROM (SELECT seq, max(recorded_at) OVER (ORDER BY seq) AS latest FROM change_log) l WHERE l.seq = s.seq;
CREATE INDEX change_seq_by_latest ON change_seq (latest, seq);
CREATE INDEX change_seq_without_latest ON change_seq (seq) WHERE latest IS NULL;

-- A company's changes in the order in which they became known: its version at a time, its time map.
CREATE INDEX change_log_by_known_time ON change_log (company, recorded_at, version);

-- As-of reads: what was known ends after the known time asked for, so for recent times little else is read.
CREATE INDEX position_version_as_of
  ON position_version (company, known_to, known_from, valid_from, valid_to) INCLUDE (announcement);
-- For counts across companies, which read no more than this.
CREATE INDEX position_version_counted
  ON position_version (known_to, known_from, valid_from, valid_to) INCLUDE (technology, status, company);
CREATE INDEX position_version_of_announcement ON position_version (company, announcement);
CREATE INDEX stance_version_as_of ON stance_version (company, known_to, known_from, valid_from, valid_to);
CREATE INDEX claim_version_as_of ON claim_version (company, known_to, known_from, announcement);
CREATE INDEX claim_version_of_content ON claim_version (content_id);

-- Which article each reading is from, when it was read, and its quotes for the search.
ALTER TABLE claim_content
  ADD COLUMN article_id text GENERATED ALWAYS AS (payload #>> '{article,articleId}') STORED,
  ADD COLUMN publisher text GENERATED ALWAYS AS (payload #>> '{article,publisher}') STORED,
  ADD COLUMN received_at text GENERATED ALWAYS AS (payload ->> 'receivedAt') STORED,
  ADD COLUMN words tsvector GENERATED ALWAYS AS (
    setweight(jsonb_to_tsvector('english', payload #> '{claim,evidence}', '["string"]'), 'A')
      || setweight(to_tsvector('english', coalesce(payload #>> '{article,title}', '')), 'B')) STORED;
CREATE INDEX claim_content_of_article ON claim_content (article_id);
CREATE INDEX claim_content_words ON claim_content USING gin (words);
