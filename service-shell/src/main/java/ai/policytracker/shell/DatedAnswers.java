package ai.policytracker.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/** Says of every answer when it was made (RFC 9110, 6.6.1): caches reckon its age from that. */
@ApplicationScoped
public class DatedAnswers {
  /** Before all that answers. */
  private static final int PRIORITY = 2000;

  private volatile Second last = new Second(Instant.EPOCH.getEpochSecond());

  private record Second(long number, String text) {
    Second(long number) {
      this(number, HttpDate.of(Instant.ofEpochSecond(number)));
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::date, PRIORITY);
  }

  private void date(RoutingContext context) {
    long now = Instant.now().getEpochSecond();
    Second second = last;
    if (second.number() != now) {
      second = new Second(now);
      last = second;
    }
    context.response().putHeader(HttpHeaders.DATE, second.text());
    context.next();
  }
}
