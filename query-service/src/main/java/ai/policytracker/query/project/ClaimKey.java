package ai.policytracker.query.project;

record ClaimKey(String company, String claimId) {}
