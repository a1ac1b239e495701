package ai.policytracker.query.atom;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The feed in the Atom format. */
@ConfigMapping(prefix = "tracker.atom")
public interface AtomSettings {
  /**
   * Whose ids they are: a domain name and a date on which it was yours, as {@code tag:} URIs begin
   * (RFC 4151). It is part of every entry's id, so it must never change once readers have seen it.
   */
  @WithDefault("policy-tracker.invalid,2026")
  String tagAuthority();
}
