package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What positions show of the claims of their announcement.
 *
 * @param articles each claim's id and that of its article, each on a line of its own
 */
public record AnnouncementSources(
    List<SourceView> sources, List<EvidenceView> evidence, String articles) {

  public static AnnouncementSources of(Collection<ClaimAnnounced> claims) {
    return ofClaims(claims.stream().map(ClaimSource::of).toList());
  }

  static AnnouncementSources ofClaims(Collection<ClaimSource> claims) {
    List<ClaimSource> inOrder =
        claims.stream().sorted(Comparator.comparing(ClaimSource::claimId)).toList();
    StringBuilder articles = new StringBuilder();
    inOrder.forEach(
        c -> articles.append(c.claimId()).append('\n').append(c.source().articleId()).append('\n'));
    return new AnnouncementSources(
        SourceView.eachOnce(inOrder), EvidenceView.eachOnce(inOrder), articles.toString());
  }

  Map<String, String> articleOfClaim() {
    Map<String, String> byClaim = new TreeMap<>();
    String[] lines = articles.split("\n");
    for (int i = 0; i + 1 < lines.length; i += 2) {
      byClaim.put(lines[i], lines[i + 1]);
    }
    return byClaim;
  }
}
