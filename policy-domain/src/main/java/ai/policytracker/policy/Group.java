package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The member claims of one announcement, and what follows from them. */
final class Group {
  /** From here on counting along is cheaper than counting anew. */
  private static final int COUNTED_ALONG = 32;

  private static final Comparator<ClaimEntry> ANCHOR_FIRST = Group::compareAnchors;

  private static int compareAnchors(ClaimEntry one, ClaimEntry other) {
    LocalDate date = anchorDate(one);
    LocalDate otherDate = anchorDate(other);
    if (date != null && otherDate != null) {
      int order = date.compareTo(otherDate);
      return order != 0 ? order : one.claimId().compareTo(other.claimId());
    }
    if (date != null || otherDate != null) {
      return date != null ? -1 : 1;
    }
    return one.claimId().compareTo(other.claimId());
  }

  private static LocalDate anchorDate(ClaimEntry claim) {
    LocalDate day = claim.day();
    return day != null ? day : claim.announcedOn().date();
  }

  private final Sources sources;
  private final Layer founded;
  private final LocalDate start;
  private final TreeSet<ClaimEntry> members = new TreeSet<>(ANCHOR_FIRST);

  /** How many members of each layer an article has, a byte for each layer. */
  private final Map<String, Long> articles = new HashMap<>(4);

  /** How many members of each layer state the place. */
  private final int[] stated = new int[Layer.COUNT];

  private String place;
  private Counts counts;
  private AnnouncedOn startsOn;
  private Announcement published;

  /**
   * @param start where it lies among others: its first day, else its month or year
   */
  Group(Sources sources, Layer founded, LocalDate start) {
    this.sources = sources;
    this.founded = founded;
    this.start = start;
  }

  /** Fixed, whatever date leads among the members; {@code UNKNOWN} keeps it off the timeline. */
  void startsOn(AnnouncedOn date) {
    startsOn = date;
  }

  Layer founded() {
    return founded;
  }

  LocalDate start() {
    return start;
  }

  SortedSet<ClaimEntry> members() {
    return members;
  }

  /** The place that members of this layer and better dated ones state; null where they do not. */
  String place(Layer layer) {
    for (int i = 0; i <= layer.ordinal(); i++) {
      if (stated[i] > 0) {
        return place;
      }
    }
    return null;
  }

  /** Whether a better dated claim of the article is a member. */
  boolean holdsArticle(String articleId, Layer above) {
    return (articles.getOrDefault(articleId, 0L) & (one(above) - 1)) != 0;
  }

  private static long one(Layer layer) {
    return 1L << (Byte.SIZE * layer.ordinal());
  }

  void add(ClaimEntry claim) {
    Layer layer = Layer.of(claim);
    members.add(claim);
    articles.merge(claim.articleId(), one(layer), Long::sum);
    if (claim.jurisdiction() != null) {
      stated[layer.ordinal()]++;
      place = claim.jurisdiction();
    }
    if (counts != null) {
      counts.add(claim, sources.of(claim));
    }
  }

  /** To be called while the sources still know the claim as they did when it was added. */
  void remove(ClaimEntry claim) {
    Layer layer = Layer.of(claim);
    members.remove(claim);
    articles.merge(claim.articleId(), -one(layer), (a, b) -> a + b == 0 ? null : a + b);
    if (claim.jurisdiction() != null) {
      stated[layer.ordinal()]--;
    }
    if (counts != null) {
      counts.remove(claim, sources.of(claim));
    }
  }

  /** What was last told of it; null where nothing was. */
  Announcement published() {
    return published;
  }

  void published(Announcement announcement) {
    published = announcement;
  }

  /** The member counted for another source before. */
  void recount(ClaimEntry claim, String sourceBefore) {
    if (counts != null) {
      counts.remove(claim, sourceBefore);
      counts.add(claim, sources.of(claim));
    }
  }

  /** Null where no member is left. */
  Announcement announcement() {
    if (members.isEmpty()) {
      return null;
    }
    if (counts == null) {
      counts = new Counts();
      members.forEach(claim -> counts.add(claim, sources.of(claim)));
    }
    Counts counted = counts;
    if (members.size() < COUNTED_ALONG) {
      counts = null;
    }
    boolean decided = !counted.decided.isEmpty();
    return Announcement.of(
        members.first().claimId(),
        place(Layer.DATELESS),
        decided ? counted.decided : counted.undecided,
        counted.standing(),
        decided,
        startsOn);
  }

  private static final class Counts {
    private final Facts decided = new Facts();

    /** Null until there is an undecided claim: few announcements have any. */
    private Facts undecided;

    private int denied;
    private int rejected;
    private int confirmed;

    private void add(ClaimEntry claim, String source) {
      if (!claim.isDecided() && undecided == null) {
        undecided = new Facts();
      }
      (claim.isDecided() ? decided : undecided).add(claim, source);
      mark(claim, 1);
    }

    private void remove(ClaimEntry claim, String source) {
      (claim.isDecided() ? decided : undecided).remove(claim, source);
      mark(claim, -1);
    }

    private void mark(ClaimEntry claim, int by) {
      denied += claim.modality() == Modality.DENIED ? by : 0;
      rejected += claim.verdict() == Verdict.REJECTED ? by : 0;
      confirmed += claim.verdict() == Verdict.CONFIRMED ? by : 0;
    }

    private Standing standing() {
      if (rejected > 0) {
        return Standing.REJECTED;
      }
      if (denied > 0) {
        return Standing.DISPUTED;
      }
      if (decided.isEmpty()) {
        return Standing.PENDING;
      }
      boolean supported = decided.sourceCount() >= 2 || decided.byTheCompany() || confirmed > 0;
      return supported ? Standing.CONFIRMED : Standing.SINGLE_SOURCE;
    }
  }
}
