package ai.policytracker.query.project;

import ai.policytracker.event.ClaimAnnounced;

/**
 * What a claim says in one reading. The same id is the same content, whichever company's stream
 * brings it and however often.
 */
record Content(String contentId, ClaimAnnounced claim) {}
