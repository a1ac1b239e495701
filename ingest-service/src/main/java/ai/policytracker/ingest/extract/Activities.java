package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Technology;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is done with the technology that an act is about. */
final class Activities {
  private static final Set<String> WORKS = Words.set("works");
  private static final List<String> MADE = Words.phrases("made by AI");
  private static final Pattern MADE_BY_AI =
      Pattern.compile(
          "\\b(?:made|make|created|create|written|write|produced|produce|generated|generate|drawn|draw|composed|compose) [^,]{0,50}(?:by|with|using|help of) (?:ai|artificial|generative|a chatbot|chatbots)\\b");
  private static final Pattern BY_PRODUCT =
      Pattern.compile(
          "\\b(?:answers|replies|texts|pictures|images|songs|articles|reviews) (?:by|from)\\b");
  private static final List<String> TRAINING = Words.phrases("training");
  private static final List<String> SHOPS = Words.phrases("shop windows");
  private static final List<String> OWN_USE = Words.phrases("own use");
  private static final List<String> DEVELOPMENT =
      List.of("developing", "development of", "research on", "building");

  private Activities() {}

  static Activity of(
      Sentence sentence, Act act, Audience audience, String company, boolean workplace) {
    String words = sentence.words(act.thing() ? About.start(sentence, act) : act.from(), act.to());
    boolean limit = act.kind() == Kind.RESTRICTION;
    boolean made =
        Words.holdAny(words, MADE)
            || MADE_BY_AI.matcher(words).find()
            || limit && Words.holdAny(sentence.words(0, sentence.size()), MADE);
    boolean from = BY_PRODUCT.matcher(words).find() && hasProduct(sentence, act);
    if ((made || from) && hasWork(sentence, act)) {
      return Activity.CONTENT;
    }
    if (audience == Audience.EMPLOYEES) {
      return Activity.INTERNAL_USE;
    }
    if (act.activity() == Activity.TRAINING || Words.holdAny(words, TRAINING)) {
      return Activity.TRAINING;
    }
    if (act.activity() == Activity.CONTENT && !made) {
      return Activity.PROVISION;
    }
    if (act.activity() == null || act.activity() == Activity.INTERNAL_USE) {
      return unstated(sentence, act, audience, company, words, workplace);
    }
    return act.activity();
  }

  private static Activity unstated(
      Sentence sentence,
      Act act,
      Audience audience,
      String company,
      String words,
      boolean workplace) {
    if (isOwnUse(sentence, act) && audience == Audience.GENERAL) {
      return Activity.INTERNAL_USE;
    }
    if (words.matches(
        "(?s).*\\b(invest|invests|investing|investment|investments|stake|divest|divests|divested|portfolio|its funds|holdings)\\b.*")) {
      return Activity.INVESTMENT;
    }
    boolean limits =
        act.kind() == Kind.BAN
            || act.kind() == Kind.RESTRICTION
            || act.kind() == Kind.PAUSE
            || act.kind() == Kind.PERMISSION
                && act.verb().means(VerbClass.ALLOW, VerbClass.RESTRICT, VerbClass.BAN)
            || act.kind() == Kind.RESUMPTION && act.verb().means(VerbClass.LIFT);
    boolean customers = Words.holdAny(words, List.of("subscribers", "customers", "users"));
    boolean shown = customers || Words.holdAny(words, SHOPS);
    boolean maker = Companies.technologiesOf(company).contains(Technology.GENERATIVE_AI);
    boolean staff =
        sentence.audiences().stream()
            .anyMatch(a -> a.value() == Audience.EMPLOYEES && a.to() <= act.verb().first());
    staff |= Words.hold(words, "instruction") || Words.hold(words, "instructions");
    staff &= act.kind() != Kind.RESTRICTION;
    boolean own = (workplace || staff) && !maker && !customers;
    if (audience == Audience.GENERAL
        && limits
        && (own || !shown && usesForeign(sentence, act, company))) {
      return Activity.INTERNAL_USE;
    }
    if (Words.holdAny(words, DEVELOPMENT) && !alsoDevelopment(sentence, act)) {
      return Activity.DEVELOPMENT;
    }
    return act.activity() == null || audience != Audience.GENERAL
        ? Activity.PROVISION
        : act.activity();
  }

  /** "ended its use of facial recognition", "removed cameras from its stores". */
  static boolean isOwnUse(Sentence sentence, Act act) {
    String words = sentence.words(act.thing() ? About.start(sentence, act) : act.from(), act.to());
    return Words.holdAny(words, OWN_USE) && !Words.hold(words, "customers");
  }

  /** A company that keeps another's product away keeps it from its own people. */
  private static boolean usesForeign(Sentence sentence, Act act, String company) {
    boolean foreign = false;
    for (var found : sentence.companies()) {
      boolean product =
          found.value().role() == Companies.Role.PRODUCT
              && found.from() >= act.from()
              && found.from() < act.to();
      if (product && found.value().company().equals(company)) {
        return false;
      }
      foreign |= product;
    }
    return foreign;
  }

  private static boolean hasProduct(Sentence sentence, Act act) {
    return sentence.companies().stream()
        .anyMatch(
            c ->
                c.value().role() == Companies.Role.PRODUCT
                    && c.from() >= act.from()
                    && c.from() < act.to());
  }

  /** "all sales, development and research": two activities in one sentence. */
  static boolean alsoDevelopment(Sentence sentence, Act act) {
    String words = " " + sentence.words(act.from(), act.to()) + " ";
    boolean sales =
        words.contains(" sales ") || words.contains(" selling ") || words.contains(" sale ");
    return sales
        && (words.contains(" development ")
            || words.contains(" developing ")
            || words.contains(" research "));
  }

  private static boolean hasWork(Sentence sentence, Act act) {
    int from = act.thing() ? About.start(sentence, act) : act.from();
    for (int i = from; i < act.to(); i++) {
      if (WORKS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
