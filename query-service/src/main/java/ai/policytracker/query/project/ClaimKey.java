package ai.policytracker.query.project;

import ai.policytracker.policy.Subject;

/** A claim counts in one subject at a time; when it moves, one row ends and another one begins. */
record ClaimKey(Subject subject, String claimId) {}
