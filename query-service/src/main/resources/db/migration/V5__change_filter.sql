-- What the filter of the feed asks for, taken from the payload by PostgreSQL itself. An array holds the values
-- of all positions that a change touches: those before, those after and the one whose date has come; places
-- and confidences also of the claim that the change tells of.
ALTER TABLE change_log
  ADD COLUMN audience text GENERATED ALWAYS AS (payload #>> '{subject,audience}') STORED,
  ADD COLUMN jurisdictions jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(payload, '$.difference.before[*].jurisdiction')
    || jsonb_path_query_array(payload, '$.difference.after[*].jurisdiction')
    || jsonb_path_query_array(payload, '$.reached.jurisdiction')
    || jsonb_path_query_array(payload, '$.announced.claim.jurisdiction')
    || jsonb_path_query_array(payload, '$.announced.claim.target.jurisdiction')) STORED,
  ADD COLUMN statuses jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(payload, '$.difference.before[*].status')
    || jsonb_path_query_array(payload, '$.difference.after[*].status')
    || jsonb_path_query_array(payload, '$.reached.status')) STORED,
  ADD COLUMN standings jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(payload, '$.difference.before[*].standing')
    || jsonb_path_query_array(payload, '$.difference.after[*].standing')
    || jsonb_path_query_array(payload, '$.reached.standing')) STORED,
  ADD COLUMN confidences jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(payload, '$.difference.before[*].confidence')
    || jsonb_path_query_array(payload, '$.difference.after[*].confidence')
    || jsonb_path_query_array(payload, '$.reached.confidence')
    || jsonb_path_query_array(payload, '$.announced.claim.confidence')) STORED;

-- The last change of identity is asked for at each look at the feed.
CREATE INDEX change_log_of_identity ON change_log (seq) WHERE type IN ('MERGED', 'UNMERGED');
