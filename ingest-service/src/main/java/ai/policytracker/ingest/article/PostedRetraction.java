package ai.policytracker.ingest.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a retraction, for the API's description. */
record PostedRetraction(@Schema(required = true) String reason) {}
