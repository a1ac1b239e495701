package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.NameRuns.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A name with all the places where it stands, and what they tell. */
final class NameCandidate {
  private static final Set<String> COMPANY_WORDS = Words.set("company words");
  private static final int ENOUGH = 28;
  private static final int ENOUGH_UNOPPOSED = 12;

  /** "The company" after a name that does and says nothing may mean another. */
  private static final int NO_ACT = 12;

  final List<String> words;
  final List<Run> runs = new ArrayList<>();
  final Set<Sign> signs = EnumSet.noneOf(Sign.class);

  /** The known company that it belongs to; null where none is told. */
  String owner;

  NameCandidate(List<String> words) {
    this.words = words;
  }

  int points() {
    int points = signs.stream().mapToInt(sign -> sign.points).sum();
    boolean acts =
        signs.contains(Sign.DEED) || signs.contains(Sign.AUX) || signs.contains(Sign.SAYING);
    if (signs.contains(Sign.IT) && signs.contains(Sign.MAYBE_PERSON)) {
      points -= Sign.MAYBE_PERSON.points;
    }
    return signs.contains(Sign.THE_COMPANY) && !acts ? points - NO_ACT : points;
  }

  boolean isCompany() {
    if (signs.contains(Sign.SURE)) {
      return points() >= 0 && !signs.contains(Sign.BODY);
    }
    boolean opposed = signs.stream().anyMatch(this::opposes);
    return !signs.contains(Sign.PERSON) && points() >= (opposed ? ENOUGH : ENOUGH_UNOPPOSED);
  }

  private boolean opposes(Sign sign) {
    boolean meant = signs.contains(Sign.IT) || signs.contains(Sign.THE_COMPANY);
    boolean outweighed =
        sign == Sign.ACRONYM
            || sign == Sign.MAYBE_PERSON && signs.contains(Sign.IT)
            || sign == Sign.OPENER && signs.contains(Sign.DEED) && meant;
    return sign.points < 0 && !outweighed;
  }

  /** Id of the known company that goes by this name, among other things; null where none does. */
  String shortFor() {
    return Companies.idOfShort(String.join(" ", words));
  }

  boolean isPerson() {
    return signs.contains(Sign.PERSON);
  }

  /**
   * "Nexatron of Lisbon" is Nexatron; "Brightcall Philippines" is Brightcall where the article
   * calls it that.
   */
  List<String> withoutPlace() {
    int of = words.indexOf("of");
    boolean home =
        of > 0
            && isPlace(String.join(" ", words.subList(of + 1, words.size())))
            && !COMPANY_WORDS.contains(words.get(of - 1).toLowerCase(Locale.ROOT));
    if (home) {
      return words.subList(0, of);
    }
    List<String> first = words.subList(0, words.size() - 1);
    String last = words.getLast();
    boolean country = words.size() > 1 && isPlace(last);
    boolean alone = runs.stream().anyMatch(run -> run.words().equals(first));
    return country && alone ? first : words;
  }

  private static boolean isPlace(String name) {
    return NameKinds.isTown(name) || Subjects.isPlace(name);
  }
}
