package ai.policytracker.query.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Exports of the whole database. */
@ConfigMapping(prefix = "tracker.export")
public interface ExportSettings {
  /** Exports that run at once in this process; more are answered 429. */
  @WithDefault("2")
  int mostAtOnce();

  /** Companies whose ids are read at once. */
  @WithDefault("200")
  int companiesAtOnce();
}
