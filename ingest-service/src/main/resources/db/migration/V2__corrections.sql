-- What an article takes back of an earlier one of its publisher, as it was read last; none for most articles.
CREATE TABLE article_notice (
  article_id    text PRIMARY KEY REFERENCES article,
  publisher     text NOT NULL,
  -- How it names the earlier article: at least one of them.
  named_day     text,
  named_title   text,
  named_address text,
  content       jsonb NOT NULL
);
CREATE INDEX article_notice_publisher ON article_notice (lower(publisher));

-- Where the articles that a notice names are looked for. A hash, as titles may be long.
CREATE INDEX article_metadata_day ON article_metadata (left(published_at, 10));
CREATE INDEX article_title ON article USING hash (lower(title));

-- The last that was published of a later article's word on the claim. It counts for itself, gapless from 1.
ALTER TABLE claim
  ADD COLUMN ruling_revision int NOT NULL DEFAULT 0 CHECK (ruling_revision >= 0),
  ADD COLUMN ruling          jsonb,
  ADD COLUMN ruled_by        text REFERENCES article,
  ADD CHECK ((ruling_revision = 0) = (ruling IS NULL));
CREATE INDEX claim_ruled_by ON claim (ruled_by) WHERE ruled_by IS NOT NULL;
