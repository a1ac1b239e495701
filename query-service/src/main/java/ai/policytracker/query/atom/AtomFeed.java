package ai.policytracker.query.atom;

import ai.policytracker.query.change.ChangeFilter;
import ai.policytracker.query.change.LoggedChange;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A document of the feed, by RFC 5005: the newest changes, or an archive of a stretch of seqs that
 * is complete and never changes.
 *
 * @param changes oldest first
 * @param archive its number; empty for the newest changes
 * @param previous number of the archive with the changes before these; empty where there is none
 */
record AtomFeed(
    ChangeFilter filter, List<LoggedChange> changes, OptionalLong archive, OptionalLong previous) {
  static final String PATH = "/v1/changes.atom";

  String xml(String tagAuthority) {
    String query = filter.query();
    Instant updated = changes.isEmpty() ? Instant.EPOCH : changes.getLast().change().recordedAt();
    return AtomXml.feed(
        feed -> {
          feed.element(
              "id", "tag:" + tagAuthority + ":changes" + (query.isEmpty() ? "" : "?" + query));
          feed.element("title", "AI policy changes" + (query.isEmpty() ? "" : " (" + query + ")"));
          feed.element("updated", updated.toString());
          feed.element("author", author -> author.element("name", "AI-policy tracker"));
          if (archive.isPresent()) {
            feed.archive();
            feed.link("self", AtomXml.TYPE, address(archive));
            feed.link("current", AtomXml.TYPE, address(OptionalLong.empty()));
          } else {
            feed.link("self", AtomXml.TYPE, address(OptionalLong.empty()));
          }
          if (previous.isPresent()) {
            feed.link("prev-archive", AtomXml.TYPE, address(previous));
          }
          feed.link(
              "alternate",
              "application/json",
              "/v1/changes" + (query.isEmpty() ? "" : "?" + query));
          for (LoggedChange change : changes.reversed()) {
            feed.element("entry", entry -> new Entry(change).write(entry, tagAuthority));
          }
        });
  }

  private String address(OptionalLong number) {
    String query = filter.query();
    if (number.isEmpty()) {
      return query.isEmpty() ? PATH : PATH + "?" + query;
    }
    return PATH + "?" + (query.isEmpty() ? "" : query + "&") + "archive=" + number.getAsLong();
  }
}
