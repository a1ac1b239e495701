package ai.policytracker.ingest.article;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The settings as they are by default, but for those given. */
final class Settings {
  private Settings() {}

  static ArticleSettings with(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(ArticleSettings.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(ArticleSettings.class);
  }
}
