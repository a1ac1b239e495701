package ai.policytracker.ingest.extract;

import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a company lobbies on: a named act or bill, else a kind of law in some place. */
final class Targets {
  private static final Set<String> BANS =
      Set.of("ban", "bans", "moratorium", "prohibition", "prohibitions");
  private static final Set<String> NATIONAL =
      Set.of("federal", "congress", "washington", "national", "senate", "house");
  private static final Set<String> EUROPEAN =
      Set.of("eu", "european", "europe", "brussels", "commission", "e.u.", "parliament", "bloc");
  private static final Set<String> OF_THE_UNION = Set.of("commission", "parliament", "bloc");
  private static final Set<String> SEVERAL = Set.of("both", "pair", "two", "bills", "measures");
  private static final Set<String> ONES =
      Set.of("bill", "act", "proposal", "measure", "draft", "legislation", "text");
  private static final Set<String> REFERRING =
      Set.of("the", "this", "that", "'s", "its", "their", "proposed", "draft");

  private final String text;
  private final Context context;
  private final LawPlaces places;
  private NamedLaws laws;

  Targets(String text, Context context) {
    this.text = text;
    this.context = context;
    this.places = context.lawPlaces();
  }

  /** What the act takes a side on: several laws where its words name several. */
  List<Target> of(Sentence sentence, Act act, Technology technology) {
    List<String> names = names(sentence, act);
    if (names.isEmpty()) {
      return List.of(target(sentence, act, technology, null));
    }
    return names.stream().map(name -> target(sentence, act, technology, name)).toList();
  }

  private Target target(Sentence sentence, Act act, Technology technology, String name) {
    TargetType type = type(sentence, act, name);
    String place = place(sentence, act, name);
    boolean meant = name != null || refersToNamed(sentence, act);
    boolean placed = place != null || name != null && name.equals("AI Act");
    if (!placed && name != null) {
      place = places.named(laws().called(name));
    }
    if (place == null && meant) {
      place = context.lawPlace(sentence);
    }
    if (place == null && !placed && (name != null || isOneLaw(sentence, act))) {
      place = name == null ? places.seat() : places.home();
    }
    String full =
        "EU".equals(place) && name != null && !name.startsWith("EU") ? "EU " + name : name;
    boolean specific =
        technology == Technology.FACIAL_RECOGNITION
            || technology == Technology.SYNTHETIC_MEDIA
            || technology == Technology.AUTONOMOUS_VEHICLES;
    return new Target(full, type, place, specific ? technology : Technology.GENERAL_AI);
  }

  private NamedLaws laws() {
    laws = laws == null ? NamedLaws.in(text) : laws;
    return laws;
  }

  /** The names of what the act is about, its own words first, then what they refer to. */
  private List<String> names(Sentence sentence, Act act) {
    if (act.verb().means(VerbClass.SIGN)) {
      return List.of(code(sentence));
    }
    int from = sentence.at(act.from()).start();
    int to = sentence.at(Math.min(act.to(), sentence.size()) - 1).end();
    List<String> named = distinct(laws().between(from, to));
    if (!named.isEmpty()) {
      return act.verb().means(VerbClass.SUPPORT, VerbClass.OPPOSE) ? named : named.subList(0, 1);
    }
    named = numbers(sentence, act);
    if (!named.isEmpty()) {
      return named;
    }
    List<String> all = laws().names();
    if (all.size() == 2 && meansSeveral(sentence, act)) {
      return all;
    }
    named = distinct(laws().between(sentence.start(), sentence.end()));
    boolean only = all.size() == 1 && isBill(sentence, act);
    if (named.isEmpty() && (refersToNamed(sentence, act) || only)) {
      NamedLaws.Law law = laws().meant(sentence.end(), false);
      law = law == null && context.code() ? laws().meant(sentence.end(), true) : law;
      return law == null ? List.of() : List.of(law.name());
    }
    return named.isEmpty() ? named : named.subList(0, 1);
  }

  private static List<String> distinct(List<NamedLaws.Law> laws) {
    return laws.stream().map(NamedLaws.Law::name).distinct().toList();
  }

  /** The code that is signed or refused. */
  private String code(Sentence sentence) {
    for (NamedLaws.Law law : laws().between(sentence.start(), sentence.end())) {
      if (law.code()) {
        return law.name();
      }
    }
    NamedLaws.Law meant = laws().meant(sentence.end(), true);
    return meant == null ? context.codeName() : meant.name();
  }

  /** "campaigns against 1064". */
  private List<String> numbers(Sentence sentence, Act act) {
    for (int i = act.from() + 1; i < Math.min(act.to(), sentence.size()); i++) {
      NamedLaws.Law law =
          sentence.at(i).tagged("NUM") ? laws().numbered(sentence.at(i).lower()) : null;
      if (law != null) {
        return List.of(law.name());
      }
    }
    return List.of();
  }

  private static boolean meansSeveral(Sentence sentence, Act act) {
    for (int i = act.from(); i < Math.min(act.to(), sentence.size()); i++) {
      if (SEVERAL.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** A bill, an exception: of some legislature, unlike "rules for AI" at large. */
  private static boolean isOneLaw(Sentence sentence, Act act) {
    int law = LawWords.at(sentence, act.from() + 1, act.to());
    return law >= 0
        && (ONES.contains(sentence.at(law).lower())
            || Set.of("exception", "exemption", "amendment", "directive", "ban")
                .contains(sentence.at(law).lower()));
  }

  private static boolean isBill(Sentence sentence, Act act) {
    int law = LawWords.at(sentence, act.from() + 1, act.to());
    return law >= 0 && ONES.contains(sentence.at(law).lower());
  }

  private static TargetType type(Sentence sentence, Act act, String name) {
    if (name != null
        && (name.matches("[A-Z.]{2,4} [\\d/]+")
            || name.contains("Bill")
            || name.endsWith("bill"))) {
      return TargetType.BILL;
    }
    int law = LawWords.at(sentence, act.from() + 1, act.to());
    if (name == null && law >= 0 && BANS.contains(sentence.at(law).lower())) {
      return TargetType.BAN;
    }
    boolean bill = law >= 0 && sentence.at(law).lower().startsWith("bill");
    return bill ? TargetType.BILL : TargetType.REGULATION;
  }

  private static boolean refersToNamed(Sentence sentence, Act act) {
    int law = LawWords.at(sentence, act.from() + 1, act.to());
    if (law < 1 || Words.hold(sentence.words(act.from(), law), "the text")) {
      return true;
    }
    int before = law - 1;
    while (before > act.from() && sentence.at(before).tagged("ADJ", "NOUN", "PROPN")) {
      before--;
    }
    boolean bill =
        Set.of("bill", "act", "law", "measure", "draft", "proposal", "legislation", "text")
            .contains(sentence.at(law).lower().replaceAll("s$", ""));
    return bill && REFERRING.contains(sentence.at(before).lower());
  }

  private String place(Sentence sentence, Act act, String name) {
    for (int i = act.from(); i < sentence.size(); i++) {
      String word = sentence.at(i).lower();
      if (EUROPEAN.contains(word) && (!OF_THE_UNION.contains(word) || context.european())) {
        return "EU";
      }
      if (name == null && NATIONAL.contains(word) && i < act.to()) {
        return places.nation();
      }
    }
    if (name != null && name.matches("(?:AI|Artificial Intelligence) Act|code .*")) {
      boolean european = context.european() || places.isMadeIn("EU") || speaksOfEurope();
      return european || name.equals("AI Act") && !places.isElsewhere() ? "EU" : null;
    }
    return state(sentence, act, name);
  }

  private boolean speaksOfEurope() {
    String lower = text.toLowerCase(Locale.ROOT);
    return EUROPEAN.stream().anyMatch(lower::contains);
  }

  private String state(Sentence sentence, Act act, String name) {
    for (var place : sentence.places()) {
      boolean inside = name != null || place.from() >= act.from() && place.from() < act.to();
      if (inside && place.value().startsWith("US-")) {
        return place.value();
      }
    }
    if (name != null && name.matches("(?:H\\.?R\\.?|S\\.) ?\\d+")) {
      return "US";
    }
    if (name != null && name.matches("(?:AB|SB|HB|HF|SF|LD|LB) \\d+")) {
      return places.state();
    }
    for (var place : sentence.places()) {
      if (place.from() >= act.from() && place.from() < act.to()) {
        return place.value();
      }
    }
    return null;
  }
}
