-- A change has about 2 kB, just where PostgreSQL begins to compress and to store aside: that took
-- more of an append than the row itself.
ALTER TABLE policy_change SET (toast_tuple_target = 8160);
