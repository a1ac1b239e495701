package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.NameRuns.Run;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which runs of capitalised words are known names already, whole or in part. */
final class TakenNames {
  private static final Set<String> COMPANY_WORDS = Words.set("company words");

  private TakenNames() {}

  static boolean isTaken(Run run, List<Phrases.Found<Companies.Name>> known) {
    return known.stream()
        .anyMatch(
            found ->
                found.from() < run.to()
                    && run.from() < found.to()
                    && !isInside(found, run)
                    && !isLast(found, run));
  }

  /** "Tsurumi Denso" is not Denso: one capitalised word more, and not for opening the sentence. */
  private static boolean isLast(Phrases.Found<Companies.Name> found, Run run) {
    return found.to() == run.to()
        && found.to() - found.from() == 1
        && run.from() > 0
        && run.to() - run.from() == 2
        && found.value().role() == Companies.Role.NAME
        && !NameForms.isGivenName(run.words().getFirst())
        && !NameKinds.isTown(run.words().getFirst());
  }

  private static boolean isOrganisation(String word) {
    return CompanyClues.isOrganisation(word)
        || COMPANY_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** "Delta Ridge Bank" is not Delta. */
  private static boolean isInside(Phrases.Found<Companies.Name> found, Run run) {
    return found.from() == run.from()
        && found.to() < run.to()
        && found.value().role() == Companies.Role.NAME
        && isOrganisation(run.words().getLast());
  }
}
