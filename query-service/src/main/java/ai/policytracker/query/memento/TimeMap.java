package ai.policytracker.query.memento;

import ai.policytracker.query.request.Listed;
import ai.policytracker.shell.HttpDate;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of an original's states in the form of RFC 6690, as RFC 7089 uses it.
 *
 * @param self address of this page
 * @param instants at which the states became known, the oldest first
 */
record TimeMap(URI original, URI self, Listed<Instant> instants) {
  static final String TYPE = "application/link-format";

  String text() {
    List<String> links = new ArrayList<>();
    links.add("<%s>;rel=\"original timegate\"".formatted(original));
    List<Instant> known = instants.items();
    String span =
        known.isEmpty()
            ? ""
            : ";from=\"%s\";until=\"%s\""
                .formatted(HttpDate.of(known.getFirst()), HttpDate.of(known.getLast()));
    links.add("<%s>;rel=\"self\";type=\"%s\"%s".formatted(self, TYPE, span));
    if (instants.next() != null) {
      URI next = UriBuilder.fromUri(self).replaceQueryParam("cursor", instants.next()).build();
      links.add("<%s>;rel=\"timemap\";type=\"%s\"".formatted(next, TYPE));
    }
    known.forEach(
        time ->
            links.add(
                "<%s>;rel=\"memento\";datetime=\"%s\""
                    .formatted(Memento.at(original, time), HttpDate.of(time))));
    return String.join(",\n", links) + "\n";
  }
}
