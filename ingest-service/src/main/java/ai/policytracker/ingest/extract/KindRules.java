package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PAUSE;
import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESTRICTION;
import static ai.policytracker.event.Kind.RESUMPTION;
import static ai.policytracker.event.Kind.WITHDRAWAL;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What kind of policy the verbs of a sentence tell of, by the table of DOMAIN's kinds. */
final class KindRules {
  private static final Set<String> STATUTES = Words.set("statutes");
  private static final Set<String> GONE = Set.of("disappear", "vanish");
  private static final List<String> MARKING = List.of("label", "disclose", "declare", "mark");
  private static final List<String> ONLY =
      List.of("only to", "only for", "adults only", "partners only", "exclusively to");
  private static final Set<String> GOING_ON =
      Set.of("sales", "testing", "tests", "trials", "access", "deliveries", "supplies", "rides");
  private static final Set<String> PERSONS = Set.of("you", "he", "she", "who", "i");
  private static final Set<String> WORKS = Words.set("works");
  private static final Set<String> WAITING = Set.of("wait", "remain", "stay", "be");
  private static final Set<String> NO_POLICY = Words.set("no product");
  private static final List<String> OUTAGES = Words.phrases("outages");
  private static final Set<String> USERS = Words.set("users");

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final Told told;
  private final Deeds deeds;
  private final LimitNouns limits;

  KindRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.told = new Told(sentence, verbs);
    this.deeds = new Deeds(sentence);
    this.limits = new LimitNouns(sentence, verbs);
  }

  List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    if (sentence.size() == 0
        || sentence.at(sentence.size() - 1).is("?")
        || Retold.isTakenBack(sentence)) {
      return acts;
    }
    for (Verb verb : verbs) {
      Chain chain = Chain.of(verb, verbs);
      boolean known =
          !verb.meanings().isEmpty()
              || chain.governedBy(VerbClass.PLEDGE)
              || WAITING.contains(verb.lemma());
      if (known && told.isFact(chain)) {
        Act act = act(chain);
        if (act != null && !Retold.isDemanded(sentence, verbs, chain.top())) {
          boolean denied = Retold.isDenied(sentence, verbs, chain);
          acts.add(trimmed(denied ? act.withModality(Modality.DENIED) : act));
        }
      }
    }
    boolean lifted =
        acts.stream().anyMatch(a -> a.kind() == RESUMPTION && a.verb().means(VerbClass.LIFT));
    acts.removeIf(a -> lifted && a.kind() == BAN && isRelative(a.verb()));
    return acts;
  }

  /** "a line that forbade": what was lifted. */
  private boolean isRelative(Verb verb) {
    return verb.first() > 0
        && (sentence.at(verb.first() - 1).is("that") || sentence.at(verb.first() - 1).is("which"));
  }

  private Act act(Chain chain) {
    Verb verb = chain.verb();
    if (verb.passive()
        && verb.first() > 0
        && PERSONS.contains(sentence.at(verb.first() - 1).lower())) {
      return null;
    }
    boolean forbidden =
        chain.governors().stream().anyMatch(g -> g.means(VerbClass.ALLOW) && g.negated());
    Verb director = Deeds.director(chain);
    boolean thing = verb.means(VerbClass.PAUSE, VerbClass.STOP, VerbClass.RETIRE, VerbClass.RESUME);
    if (thing && (NO_POLICY.contains(objectHead(verb)) || isRepair(verb))) {
      return null;
    }
    if (forbidden || director != null && !deeds.isOwnPeople(director, verb) || isLaw(verb)) {
      return null;
    }
    if (chain.governedBy(VerbClass.PLEDGE)
        && verb.negated()
        && !verb.means(VerbClass.STOP, VerbClass.CONTINUE)) {
      boolean deed =
          verb.means(
              VerbClass.PROVIDE,
              VerbClass.TRAIN,
              VerbClass.INVEST,
              VerbClass.USE,
              VerbClass.PUBLISH);
      return Act.of(BAN, deed ? Deeds.activity(verb) : Activity.DEVELOPMENT, chain, 0.8);
    }
    if (verb.means(VerbClass.ALLOW) && chain.noLonger() && !verb.passive()) {
      return act(BAN, chain, 0.75);
    }
    boolean governsDeed = governs(verb, Deeds.CLASSES);
    if (verb.means(Deeds.CLASSES)) {
      Act deed = deeds.act(chain);
      if (deed != null) {
        return deed;
      }
    }
    if (isDenial(chain)) {
      Kind kind =
          verb.means(VerbClass.PAUSE) ? PAUSE : verb.means(VerbClass.BAN) ? BAN : WITHDRAWAL;
      return act(kind, chain, 0.6).withModality(Modality.DENIED);
    }
    if (deeds.denied(chain)) {
      return verb.means(VerbClass.ALLOW) && deeds.isVolitional(chain)
          ? act(BAN, chain, 0.85)
          : null;
    }
    if (chain.governedBy(VerbClass.STOP, VerbClass.REFUSE)) {
      return null;
    }
    boolean governs = governsDeed && verb.means(VerbClass.STOP, VerbClass.REFUSE);
    if (isOpened(chain)) {
      return act(isReversal(verb) ? RESUMPTION : PERMISSION, chain, 0.6);
    }
    if (isOpenedToWorks(chain)) {
      return Act.of(isReversal(verb) ? RESUMPTION : PERMISSION, Activity.CONTENT, chain, 0.6);
    }
    Act onLimit = onLimit(chain);
    return onLimit != null || governs ? onLimit : plain(chain);
  }

  /** What becomes of a limit that a noun names, or of those who use the product. */
  private Act onLimit(Chain chain) {
    Verb verb = chain.verb();
    if (isDemandOnUsers(verb)) {
      return act(RESTRICTION, chain, 0.75).until(sentence.size());
    }
    if (isWaiting(chain)) {
      return act(PAUSE, chain, 0.75).until(sentence.size());
    }
    if (limits.isStanding(verb)) {
      return Act.from(verb.first() - 16, PAUSE, null, chain, 0.75);
    }
    if (isGoingOn(chain)) {
      return Act.from(verb.first() - 12, PERMISSION, null, chain, 0.6);
    }
    if (deeds.isKeptAccess(chain)) {
      return Act.from(verb.first() - 1, PERMISSION, Activity.PROVISION, chain, 0.65);
    }
    boolean offers =
        verb.means(VerbClass.PROVIDE) || Set.of("make", "show", "keep").contains(verb.lemma());
    if (offers
        && verb.finite()
        && !verb.passive()
        && Words.holdAny(sentence.words(verb.head(), verb.end()), ONLY)) {
      return act(RESTRICTION, chain, 0.6);
    }
    if (isStillForbidden(verb)) {
      return Act.from(verb.first() - 12, BAN, null, chain, 0.75);
    }
    boolean gone = GONE.contains(verb.lemma()) && verb.finite() && !verb.passive();
    if (verb.means(VerbClass.LIFT) && (verb.passive() || gone) && limits.isSubject(verb)) {
      return Act.from(verb.first() - 24, RESUMPTION, null, chain, 0.8);
    }
    if (verb.means(VerbClass.LIFT) && limits.hasObject(verb)) {
      return act(RESUMPTION, chain, 0.85);
    }
    Kind noun = limits.kind(verb);
    if (noun == null) {
      return null;
    }
    if (verb.means(VerbClass.CONSIDER)) {
      return act(noun, chain, 0.7).withModality(Modality.CONSIDERED);
    }
    if (verb.lemma().equals("plan") && verb.finite()) {
      return act(noun, chain, 0.7).withModality(Modality.PLANNED);
    }
    return verb.means(VerbClass.EXTEND, VerbClass.ANNOUNCE) ? act(noun, chain, 0.85) : null;
  }

  /** A verb that says by itself what happens to its object. */
  private Act plain(Chain chain) {
    Verb verb = chain.verb();
    if (verb.means(VerbClass.PAUSE)) {
      return act(PAUSE, chain, 0.85);
    }
    if (verb.means(VerbClass.BAN)) {
      return act(BAN, chain, 0.85);
    }
    if (verb.means(VerbClass.RETIRE)
        && verb.passive()
        && Set.of("remove", "delete", "drop", "pull", "take").contains(verb.lemma())
        && !isTechnologyBefore(verb)) {
      return null;
    }
    if (verb.means(VerbClass.RETIRE)) {
      return act(WITHDRAWAL, chain, 0.75);
    }
    if (verb.means(VerbClass.STOP)) {
      return act(WITHDRAWAL, chain, 0.7);
    }
    if (verb.means(VerbClass.RESTRICT)
        && !(verb.passive() && chain.modal().isEmpty() && !verb.perfect())) {
      return act(RESTRICTION, chain, 0.8);
    }
    if (verb.means(VerbClass.RESUME)) {
      return act(RESUMPTION, chain, 0.75);
    }
    return null;
  }

  /** "Sales to private firms will continue", "testing will go on". */
  private boolean isGoingOn(Chain chain) {
    Verb verb = chain.verb();
    boolean goes =
        Set.of("continue", "go", "persist").contains(verb.lemma())
            && verb.means(VerbClass.CONTINUE)
            && verb.finite()
            && !chain.negated()
            && !verb.modal().equals("would")
            && !governs(verb, Deeds.CLASSES);
    for (int i = Math.max(0, verb.first() - 10); goes && i < verb.first(); i++) {
      if (GOING_ON.contains(sentence.at(i).lower())) {
        return sentence.words(verb.head(), verb.end()).split(" ").length < 7;
      }
    }
    return false;
  }

  /** "will wait for a federal law before it sells". */
  private boolean isWaiting(Chain chain) {
    Verb verb = chain.verb();
    if (!verb.lemma().equals("wait") || chain.negated()) {
      return false;
    }
    boolean deed = verbs.stream().anyMatch(v -> v.head() > verb.head() && v.means(Deeds.CLASSES));
    return deed && sentence.words(verb.head(), sentence.size()).contains(" before ");
  }

  /** "opened its models to the army": to customers whom the words name. */
  private boolean isOpened(Chain chain) {
    Verb verb = chain.verb();
    boolean available =
        verb.lemma().equals("make")
            && sentence.words(verb.head(), verb.end()).contains(" available to ");
    boolean opens =
        (verb.means(VerbClass.ALLOW) || available)
            && verb.finite()
            && !verb.passive()
            && !chain.negated()
            && !governs(verb, Deeds.CLASSES)
            && !verb.lemma().equals("welcome");
    return opens
        && !deeds.isOfLaw(chain.top())
        && sentence.audiences().stream()
            .anyMatch(
                a ->
                    a.from() > verb.head()
                        && a.to() <= verb.end()
                        && a.value() != Audience.EMPLOYEES
                        && a.value() != Audience.POLITICAL_CAMPAIGNS)
        && (!sentence.technologies().isEmpty() || hasProduct(verb));
  }

  /** "is opening its library to pictures made by AI", "will accept songs made with AI". */
  private boolean isOpenedToWorks(Chain chain) {
    Verb verb = chain.verb();
    boolean opens =
        Set.of("open", "accept", "allow", "admit", "welcome").contains(verb.lemma())
            && !verb.passive()
            && !chain.negated()
            && !chain.noLonger()
            && chain.governors().stream().noneMatch(g -> g.means(VerbClass.STOP, VerbClass.REFUSE));
    boolean works = false;
    for (int i = verb.head() + 1; i < verb.end(); i++) {
      works |= WORKS.contains(sentence.at(i).lower());
    }
    return opens
        && works
        && !governs(verb, Deeds.CLASSES)
        && sentence.technologies().stream()
            .anyMatch(t -> t.from() > verb.head() && t.from() < verb.end());
  }

  /** "two years after it barred them", "again". */
  private boolean isReversal(Verb verb) {
    return Words.holdAny(sentence.words(0, sentence.size()), Deeds.REVERSALS)
        || verbs.stream()
            .anyMatch(
                v ->
                    v != verb
                        && v.means(VerbClass.PAUSE, VerbClass.BAN, VerbClass.STOP)
                        && sentence.words(v.first() - 3, v.first() + 1).contains("after"));
  }

  private boolean hasProduct(Verb verb) {
    return sentence.companies().stream()
        .anyMatch(c -> c.value().role() == Companies.Role.PRODUCT && c.from() > verb.head());
  }

  /**
   * The noun that the verb acts on, "engineer" of "suspended a senior engineer who"; else blank.
   */
  private String objectHead(Verb verb) {
    String head = "";
    for (int i = verb.head() + 1; i < Math.min(sentence.size(), verb.head() + 9); i++) {
      Token token = sentence.at(i);
      if (token.tagged("NOUN", "PROPN")) {
        head = token.lower();
      } else if (!token.tagged("DET", "ADJ", "PRON", "NUM", "ADV", "SYM")
          && !token.is("'s")
          && !token.is("-")) {
        break;
      } else if (token.tagged("PRON") && !head.isEmpty()) {
        break;
      }
    }
    return head;
  }

  /** "restored the service after an outage". */
  private boolean isRepair(Verb verb) {
    return verb.means(VerbClass.RESUME)
        && Words.holdAny(sentence.words(verb.head(), sentence.size()), OUTAGES);
  }

  /** "said it had not banned the tool": what others tell of it is not so. */
  private boolean isDenial(Chain chain) {
    Verb verb = chain.verb();
    boolean stop = verb.means(VerbClass.BAN, VerbClass.PAUSE, VerbClass.RETIRE);
    if (!stop || !verb.negated() || !verb.modal().isEmpty() || !chain.governors().isEmpty()) {
      return false;
    }
    return verbs.stream()
        .anyMatch(
            v ->
                v.head() < verb.first()
                    && v.finite()
                    && Set.of("say", "stress", "insist", "clarify", "deny", "tell")
                        .contains(v.lemma()));
  }

  /** "remains prohibited", "stays off limits". */
  private boolean isStillForbidden(Verb verb) {
    boolean is = verb.lemma().equals("be") && verb.head() == verb.first();
    if (!is && !Set.of("remain", "stay").contains(verb.lemma())
        || verb.negated()
        || !verb.finite()) {
      return false;
    }
    String next = verb.head() + 1 < sentence.size() ? sentence.at(verb.head() + 1).lower() : "";
    return !is && Set.of("prohibited", "banned", "forbidden", "barred", "blocked").contains(next)
        || Words.hold(sentence.words(verb.head() + 1, verb.head() + 5), "off limits");
  }

  /** "delay the AI Act" takes a side, it is no policy. */
  private boolean isLaw(Verb verb) {
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 6); i++) {
      Token token = sentence.at(i);
      if (token.tagged("ADP", "VERB") || token.is(",")) {
        return false;
      }
      if (STATUTES.contains(token.lower()) && (!token.is("act") || token.capitalised())) {
        return true;
      }
    }
    return false;
  }

  /** The words about a verb end where another one follows that has an object of its own. */
  private Act trimmed(Act act) {
    for (Verb verb : verbs) {
      boolean next =
          verb.joined() == act.verb().number()
              && verb.first() > act.verb().head() + 3
              && verb.first() < act.to()
              && verb.finite();
      if (next && act.from() <= act.verb().head()) {
        return act.until(verb.first() - 1);
      }
    }
    return act;
  }

  /** "Facial recognition has been removed". */
  private boolean isTechnologyBefore(Verb verb) {
    return sentence.technologies().stream()
        .anyMatch(t -> t.to() <= verb.first() && t.to() >= verb.first() - 3);
  }

  private boolean governs(Verb verb, VerbClass... meanings) {
    return verbs.stream().anyMatch(v -> v.governor() == verb.number() && v.means(meanings));
  }

  private static Act act(Kind kind, Chain chain, double strength) {
    return Act.of(kind, null, chain, strength);
  }

  /** "require authors to tell", "make advertisers disclose". */
  private boolean isDemandOnUsers(Verb verb) {
    boolean asks = verb.lemma().equals("ask");
    if (!verb.means(VerbClass.REQUIRE)
        || verb.passive()
        || asks && !Words.holdAny(sentence.words(verb.head(), verb.end()), MARKING)) {
      return false;
    }
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 5); i++) {
      if (USERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
