package ai.policytracker.query.project;

import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a company is projected.
 *
 * @param version of the last change applied; 0 where none was, then all about it is null
 * @param haltedReason why nothing more is applied; null while all is well
 */
record CompanyProgress(
    String company,
    long version,
    Long lastSeq,
    ChangeType lastType,
    Instant lastRecordedAt,
    LocalDate lastValidFrom,
    String haltedReason) {

  static CompanyProgress none(String company) {
    return new CompanyProgress(company, 0, null, null, null, null, null);
  }

  boolean isHalted() {
    return haltedReason != null;
  }

  CompanyProgress halted(String reason) {
    return new CompanyProgress(
        company, version, lastSeq, lastType, lastRecordedAt, lastValidFrom, reason);
  }

  CompanyProgress after(Change change, long seq) {
    return new CompanyProgress(
        company,
        change.version(),
        seq,
        change.type(),
        change.recordedAt(),
        change.validFrom(),
        haltedReason);
  }
}
