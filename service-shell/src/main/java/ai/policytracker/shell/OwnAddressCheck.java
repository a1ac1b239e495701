package ai.policytracker.shell;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves the check of addresses to {@link ReadableAddresses}. Quarkus would make the same check
 * ahead of all filters and routes, and answer 400 without a body; what turns that off is a property
 * of the JVM that is read once, before the first bean exists. So it is set where the configuration
 * is made, and nobody who starts a service has to know of it.
 */
public class OwnAddressCheck implements SmallRyeConfigBuilderCustomizer {
  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty("vertx.disableURIValidation", "true");
  }
}
