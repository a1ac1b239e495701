package ai.policytracker.query.atom;

import ai.policytracker.event.Evidence;
import ai.policytracker.event.Target;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.query.change.ChangeTags;
import ai.policytracker.query.change.LoggedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** A change as an entry of an Atom feed. */
final class Entry {
  private final LoggedChange logged;
  private final Change change;

  Entry(LoggedChange logged) {
    this.logged = logged;
    this.change = logged.change();
  }

  void write(AtomXml xml, String tagAuthority) throws XMLStreamException {
    String at = change.recordedAt().toString();
    xml.element("id", "tag:" + tagAuthority + ":change/" + change.changeId());
    xml.element("title", title());
    xml.element("updated", at);
    xml.element("published", at);
    xml.link("alternate", "application/json", "/v1/changes?limit=1&after=" + (logged.seq() - 1));
    if (change.announced() != null) {
      xml.link(
          "related",
          "application/json",
          "/v1/announcements/" + change.announced().claimId() + "?knownAt=" + at);
    }
    xml.category("tag:" + tagAuthority + ":type", change.type().name());
    xml.category("tag:" + tagAuthority + ":company", change.company());
    if (ChangeTags.technologyOf(change) != null) {
      xml.category("tag:" + tagAuthority + ":technology", ChangeTags.technologyOf(change).slug());
    }
    xml.element("summary", summary());
  }

  private String title() {
    String what = change.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Stream.of(change.company(), what, subject())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(": "));
  }

  private String subject() {
    Subject subject = change.subject();
    if (subject == null) {
      return change.mergedInto() == null ? null : "counts for " + change.mergedInto();
    }
    if (subject.target() != null) {
      return "stance on " + target(subject);
    }
    return "%s, %s, %s"
        .formatted(
            subject.technology().slug(),
            subject.activity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            subject.audience().slug());
  }

  private String target(Subject subject) {
    return Stream.concat(
            change.difference().after().stream(), change.difference().before().stream())
        .map(Segment::target)
        .filter(Objects::nonNull)
        .map(Target::name)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(subject.target());
  }

  private String summary() {
    List<String> lines = new ArrayList<>();
    change.difference().before().forEach(s -> lines.add("Before: " + segment(s)));
    change.difference().after().forEach(s -> lines.add("Now: " + segment(s)));
    if (change.announced() != null) {
      for (Evidence evidence : change.announced().claim().evidence()) {
        lines.add("\u201C" + evidence.quote() + "\u201D");
      }
      Stream.of(change.announced().article().publisher(), change.announced().article().url())
          .filter(Objects::nonNull)
          .forEach(lines::add);
    }
    return lines.isEmpty() ? title() : String.join("\n", lines);
  }

  private static String segment(Segment segment) {
    String what = segment.status() != null ? segment.status().name() : segment.stance().name();
    String place = segment.jurisdiction() == null ? "" : " in " + segment.jurisdiction();
    String end = segment.validTo() == null ? "" : " to " + segment.validTo();
    return what + place + " from " + segment.validFrom() + end + " (" + segment.standing() + ")";
  }
}
