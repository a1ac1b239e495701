package ai.policytracker.ingest.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may send articles. */
@ConfigMapping(prefix = "tracker.ingestion")
interface IngestionSettings {
  /**
   * Networks in CIDR form whose hosts may post without a token, judged by the address that the
   * connection comes from, never by a header; empty where every sender needs one.
   */
  @WithDefault("127.0.0.0/8,::1/128")
  Optional<List<Network>> trustedNetworks();
}
