package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.NameRuns.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Names that are told in one breath with others: companies stand beside companies. */
final class NameLists {
  private static final Set<String> FIRMS = Words.set("firms", "companies like");
  private static final Set<String> JOINTS = Set.of(",", "and", "or", "to");
  private static final int MAX_JOINT_TOKENS = 2;

  private final List<List<Token>> sentences;
  private final Function<Run, NameCandidate> candidates;
  private final Map<Integer, List<Run>> bySentence = new HashMap<>();

  NameLists(List<List<Token>> sentences, List<Run> runs, Function<Run, NameCandidate> candidates) {
    this.sentences = sentences;
    this.candidates = candidates;
    for (Run run : runs) {
      bySentence.computeIfAbsent(run.sentence(), unused -> new ArrayList<>()).add(run);
    }
  }

  /** Beside a company in a list of names: "Brightmirror, Orvo and Nexatron". */
  boolean isListed(Run run) {
    if (isRestOfBody(run) || NameKinds.isBody(run.words())) {
      return false;
    }
    List<Run> beside = beside(run);
    if (!beside.isEmpty() && isAmongFirms(run, beside)) {
      return true;
    }
    return beside.stream().map(candidates).anyMatch(c -> c != null && c.isCompany());
  }

  /** "Ministry of Food and Drug Safety", "the Food and Drug Agency": parts of a body's name. */
  boolean isRestOfBody(Run run) {
    List<Token> tokens = sentences.get(run.sentence());
    boolean the = run.from() > 0 && tokens.get(run.from() - 1).is("the");
    boolean and = run.to() < tokens.size() && tokens.get(run.to()).is("and");
    List<String> rest = new ArrayList<>();
    for (int i = run.to() + 1; i < tokens.size() && tokens.get(i).capitalised(); i++) {
      rest.add(tokens.get(i).text());
    }
    return the && and && !rest.isEmpty() && NameKinds.isBody(rest) || isAfterBody(run);
  }

  private boolean isAfterBody(Run run) {
    return bySentence.get(run.sentence()).stream()
        .anyMatch(
            other ->
                other.to() + 1 == run.from()
                    && sentences.get(run.sentence()).get(other.to()).is("and")
                    && NameKinds.isBody(other.words()));
  }

  /** One of three names or more, none of a person, where companies are spoken of. */
  private boolean isAmongFirms(Run run, List<Run> beside) {
    boolean three =
        beside.size() > 1 || beside(beside.getFirst()).stream().anyMatch(third -> third != run);
    List<Run> all = bySentence.get(run.sentence());
    boolean people =
        all.stream().map(candidates).anyMatch(other -> other != null && other.isPerson());
    return three && !people && (tellsOfFirms(run.sentence()) || tellsOfFirms(run.sentence() + 1));
  }

  private boolean tellsOfFirms(int sentence) {
    return sentence < sentences.size()
        && sentences.get(sentence).stream().anyMatch(token -> FIRMS.contains(token.lower()));
  }

  private List<Run> beside(Run run) {
    return bySentence.get(run.sentence()).stream()
        .filter(other -> other != run && isBeside(run, other))
        .toList();
  }

  private boolean isBeside(Run run, Run other) {
    int from = Math.min(run.to(), other.to());
    int to = Math.max(run.from(), other.from());
    return to > from
        && to - from <= MAX_JOINT_TOKENS
        && sentences.get(run.sentence()).subList(from, to).stream()
            .allMatch(token -> JOINTS.contains(token.lower()));
  }
}
