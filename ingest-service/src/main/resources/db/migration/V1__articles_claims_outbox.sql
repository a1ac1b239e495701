-- Rows of article, article_metadata and article_closing are added, never changed or removed.

-- One document of one publisher. The id is a hash of publisher, title and text.
CREATE TABLE article (
  id          text PRIMARY KEY,
  publisher   text,
  title       text,
  text        text NOT NULL,
  text_hash   text NOT NULL,
  received_at timestamptz NOT NULL
);

-- What is known about an article beside its words: each revision holds all fields as they stand from then on.
CREATE TABLE article_metadata (
  article_id   text NOT NULL REFERENCES article,
  revision     int NOT NULL CHECK (revision >= 1),
  url          text,
  -- Hash of publisher and url: articles that share it are versions of one page.
  address      text,
  -- As written: a date, or a date-time with its offset.
  published_at text,
  language     text NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (article_id, revision)
);
CREATE INDEX article_metadata_address ON article_metadata (address);

-- Why an article's claims no longer stand.
CREATE TABLE article_closing (
  article_id    text NOT NULL REFERENCES article,
  cause         text NOT NULL CHECK (cause IN ('ARTICLE_WITHDRAWN', 'ARTICLE_SUPERSEDED')),
  -- The reason that was given for a withdrawal.
  statement     text,
  superseded_by text REFERENCES article,
  closed_at     timestamptz NOT NULL,
  PRIMARY KEY (article_id, cause)
);

-- The last that was published about each claim.
CREATE TABLE claim (
  claim_id   text PRIMARY KEY,
  article_id text NOT NULL REFERENCES article,
  -- Counts the events about this claim, gapless from 1; a retraction counts too.
  revision   int NOT NULL CHECK (revision >= 1),
  -- The last announcing event, in its wire form.
  payload    jsonb NOT NULL,
  retracted  boolean NOT NULL,
  extractor  text NOT NULL
);
CREATE INDEX claim_article ON claim (article_id);

-- Events that Kafka has not acknowledged yet.
CREATE TABLE outbox (
  id         text PRIMARY KEY,
  topic      text NOT NULL,
  key        text NOT NULL,
  type       text NOT NULL,
  subject    text NOT NULL,
  time       timestamptz NOT NULL,
  payload    bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX outbox_age ON outbox (created_at);
