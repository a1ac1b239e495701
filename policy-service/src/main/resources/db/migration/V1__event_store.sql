-- One row for each partition of policy.claims.v1. Every writer locks the rows it needs first, in
-- ascending order, and takes its positions and recorded times here: gapless, in commit order.
CREATE TABLE shard (
  shard                integer     PRIMARY KEY,
  topic_id             text        NOT NULL,
  next_offset          bigint      NOT NULL,
  last_event_position  bigint      NOT NULL DEFAULT 0,
  last_change_position bigint      NOT NULL DEFAULT 0,
  last_recorded_at     timestamptz NOT NULL DEFAULT 'epoch'
);

-- The record of truth: appended to, never changed.
CREATE TABLE policy_event (
  shard       integer     NOT NULL REFERENCES shard,
  position    bigint      NOT NULL,
  event_id    text        NOT NULL UNIQUE,
  type        text        NOT NULL,
  claim_id    text        NOT NULL,
  company     text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  payload     json        NOT NULL,
  PRIMARY KEY (shard, position)
);
CREATE INDEX policy_event_company ON policy_event (company, recorded_at);

-- The fold of the events; can be thrown away and made again.
CREATE TABLE subject_state (
  subject_id text PRIMARY KEY,
  company    text NOT NULL,
  state      json NOT NULL
);
CREATE INDEX subject_state_company ON subject_state (company);

CREATE TABLE company (
  company text   PRIMARY KEY,
  version bigint NOT NULL
);

-- The changes are their own outbox: the relay reads them by (shard, position).
CREATE TABLE policy_change (
  shard       integer     NOT NULL REFERENCES shard,
  position    bigint      NOT NULL,
  change_id   text        NOT NULL UNIQUE,
  company     text        NOT NULL,
  version     bigint      NOT NULL,
  recorded_at timestamptz NOT NULL,
  payload     json        NOT NULL,
  PRIMARY KEY (shard, position),
  UNIQUE (company, version)
);

CREATE TABLE change_relay (
  shard              integer PRIMARY KEY REFERENCES shard,
  topic_id           text    NOT NULL,
  published_position bigint  NOT NULL
);

-- Records that could not be read, as they came; relayed_at is set once they are on the dead-letter topic.
CREATE TABLE parked_record (
  topic            text        NOT NULL,
  topic_partition  integer     NOT NULL,
  record_offset    bigint      NOT NULL,
  record_key       bytea,
  record_value     bytea,
  headers          json        NOT NULL,
  reason           text        NOT NULL,
  parked_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  relayed_at       timestamptz,
  PRIMARY KEY (topic, topic_partition, record_offset)
);
CREATE INDEX parked_record_not_relayed ON parked_record (parked_at) WHERE relayed_at IS NULL;
