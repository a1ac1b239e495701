package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.NameRuns.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Companies that no list holds, recognised in an article by the words around all the places where
 * their names stand. Their id is a slug of the name; a review can merge it with another.
 */
final class UnknownCompanies {
  private static final int MAX_NAMES = 40;
  private static final int MAX_RUNS = 600;
  private static final int OFTEN = 3;
  private static final Set<String> OWN_PAGES = Words.set("own pages");

  /** Tells names from common words. */
  interface Tagger {
    boolean isName(int sentence, int token);
  }

  private final Tagger tagger;
  private final List<List<Token>> sentences;
  private final CompanyClues clues;
  private final NameReferences references;
  private final String publisher;

  /** Words that the article has in small letters. */
  private final Set<String> small = new HashSet<>();

  private final Set<String> surnames = new HashSet<>();
  private final boolean[] hasNames;

  /** How many names that are not known each sentence has. */
  private final int[] runsOf;

  private final NameGroups groups;
  private final NameLists lists;

  private UnknownCompanies(List<List<Token>> sentences, String publisher, Tagger tagger) {
    this.tagger = tagger;
    this.sentences = sentences;
    this.clues = new CompanyClues(sentences);
    this.references = new NameReferences(sentences);
    this.hasNames = new boolean[sentences.size()];
    this.runsOf = new int[sentences.size()];
    this.publisher = publisher == null ? "" : CompanyIds.of(List.of(publisher.split(" ")));
    List<Run> runs = NameGroups.extended(runs(), sentences);
    this.groups = new NameGroups(runs);
    this.lists = new NameLists(sentences, runs, groups::of);
  }

  /**
   * Ids by name.
   *
   * @param sentences the title first
   * @param publisher whose name is no company here; may be null
   */
  static Map<String, String> in(List<List<Token>> sentences, String publisher, Tagger tagger) {
    var unknown = new UnknownCompanies(sentences, publisher, tagger);
    unknown.read();
    return unknown.companies();
  }

  /** All names but those that are known, whole, already. */
  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int s = 0; s < sentences.size() && runs.size() < MAX_RUNS; s++) {
      List<Token> tokens = sentences.get(s);
      var known = Companies.names().in(tokens);
      tokens.stream().filter(token -> !token.capitalised()).forEach(t -> small.add(t.lower()));
      hasNames[s] = !known.isEmpty();
      known.stream()
          .filter(found -> found.value().role() == Companies.Role.PERSON)
          .forEach(found -> surnames.add(tokens.get(found.to() - 1).text()));
      for (Run run : NameRuns.in(tokens, s)) {
        if (!TakenNames.isTaken(run, known) && !isPlace(run, tokens)) {
          runs.add(run);
          hasNames[s] = true;
          runsOf[s]++;
        }
      }
    }
    return runs;
  }

  private static boolean isPlace(Run run, List<Token> tokens) {
    int length = run.to() - run.from();
    return NameKinds.isTown(run.name())
        || Subjects.PLACES.in(tokens.subList(run.from(), run.to())).stream()
            .anyMatch(found -> found.to() - found.from() == length);
  }

  private void read() {
    for (NameCandidate candidate : groups.all()) {
      if (!NameKinds.isBody(candidate.words)) {
        candidate.runs.forEach(run -> read(candidate, run));
      }
      if (candidate.shortFor() != null) {
        candidate.signs.add(Sign.KNOWN);
      }
      if (candidate.runs.size() >= OFTEN) {
        candidate.signs.add(Sign.OFTEN);
      }
      if (candidate.isPerson() && candidate.words.size() > 1) {
        surnames.add(candidate.words.getLast());
      }
    }
    for (NameCandidate candidate : groups.all()) {
      if (candidate.words.size() == 1 && isSurname(candidate.words.getFirst())) {
        candidate.signs.add(Sign.PERSON);
      }
      if (isOpener(candidate)) {
        candidate.signs.add(Sign.OPENER);
      }
    }
    for (NameCandidate candidate : groups.all()) {
      if (candidate.runs.stream().anyMatch(lists::isListed)) {
        candidate.signs.add(Sign.LISTED);
      }
    }
  }

  private void read(NameCandidate candidate, Run run) {
    List<Token> tokens = sentences.get(run.sentence());
    if (clues.isCompany(run.sentence(), run.from(), run.to())) {
      candidate.signs.add(Sign.SURE);
    }
    if (candidate.owner == null) {
      candidate.owner = Owners.of(tokens, run.from(), run.to());
    }
    if (isEntry(run) || isOwnPage(candidate)) {
      candidate.signs.add(Sign.SURE);
    }
    if (lists.isRestOfBody(run)) {
      candidate.signs.add(Sign.BODY);
    }
    var name = new Surroundings(tokens, run.from(), run.to());
    NameForms.collect(name, candidate.signs);
    SignsBefore.collect(name, candidate.signs);
    SignsAfter.collect(name, candidate.signs);
    Appositions.collect(name, candidate.signs);
    NameActs.collect(name, candidate.signs);
    if (isAlone(run)) {
      references.collectSame(run.sentence(), run.to(), candidate.signs);
    }
    if (NameActs.opens(name) && isFirst(run)) {
      references.collect(run.sentence(), run.to(), hasNames, candidate.signs);
    }
  }

  /** "Nexatron. The Austin company does": an entry of a list, headed by the name alone. */
  private boolean isEntry(Run run) {
    boolean alone =
        run.from() == 0
            && run.to() + 1 >= sentences.get(run.sentence()).size()
            && run.sentence() > 0
            && run.sentence() + 1 < sentences.size();
    return alone && NameReferences.isSpokenOf(sentences.get(run.sentence() + 1));
  }

  /** The company's own blog or newsroom. */
  private boolean isOwnPage(NameCandidate candidate) {
    String id = CompanyIds.of(candidate.words);
    return id.length() > 2
        && publisher.startsWith(id + "-")
        && Arrays.stream(publisher.substring(id.length() + 1).split("-"))
            .anyMatch(OWN_PAGES::contains);
  }

  /** "Dunphy's has 22 stores": the mark is part of the name. */
  private boolean isPossessive(NameCandidate candidate) {
    return candidate.runs.stream()
        .anyMatch(
            run -> {
              var name = new Surroundings(sentences.get(run.sentence()), run.from(), run.to());
              return name.is(run.to(), "'s")
                  && (name.isAuxiliary(run.to() + 1)
                      || name.isSaid(run.to() + 1)
                      || name.isAny(run.to() + 1, "expects", "plans", "sells", "uses", "makes"));
            });
  }

  /** Whether the sentence names nothing else, but for products. */
  private boolean isAlone(Run run) {
    return runsOf[run.sentence()] == 1
        && Companies.names().in(sentences.get(run.sentence())).stream()
            .allMatch(found -> found.value().role() == Companies.Role.PRODUCT);
  }

  private boolean isFirst(Run run) {
    var known = Companies.names().in(sentences.get(run.sentence()));
    return known.isEmpty() || known.getFirst().from() > run.from();
  }

  private boolean isSurname(String word) {
    return surnames.contains(word)
        || groups.all().stream()
            .anyMatch(
                longer ->
                    longer.words.size() == 2
                        && longer.words.getLast().equals(word)
                        && !longer.isCompany());
  }

  /** A word that only opens sentences and is no name there. */
  private boolean isOpener(NameCandidate candidate) {
    boolean sure =
        candidate.words.size() > 1
            || candidate.signs.contains(Sign.SURE)
            || candidate.signs.contains(Sign.OF_PLACE);
    boolean opens = candidate.runs.stream().allMatch(run -> run.from() <= 1);
    String word = candidate.words.getFirst();
    return !sure
        && opens
        && (NameKinds.isCommon(word, small)
            || candidate.runs.stream().anyMatch(run -> !tagger.isName(run.sentence(), run.from())));
  }

  private Map<String, String> companies() {
    Map<String, String> ids = new LinkedHashMap<>();
    for (NameCandidate candidate : groups.all()) {
      if (NameKinds.isBody(candidate.words) || ids.size() >= MAX_NAMES) {
        continue;
      }
      String listed = candidate.shortFor();
      boolean owned = candidate.owner != null && listed == null;
      String own = listed == null ? CompanyIds.of(candidate.withoutPlace()) : listed;
      String id =
          owned ? candidate.owner : listed == null && isPossessive(candidate) ? own + "s" : own;
      boolean company = owned || candidate.isCompany();
      if (company && id.length() >= 2 && !id.equals(publisher)) {
        if (!owned && id.equals(own + "s")) {
          candidate.runs.forEach(run -> ids.putIfAbsent(run.name() + "'s", id));
        }
        candidate.runs.forEach(run -> ids.putIfAbsent(run.name(), id));
        ids.putIfAbsent(String.join(" ", candidate.words), id);
      }
    }
    return ids;
  }
}
