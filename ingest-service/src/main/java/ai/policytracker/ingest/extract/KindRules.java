package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PAUSE;
import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESTRICTION;
import static ai.policytracker.event.Kind.RESUMPTION;
import static ai.policytracker.event.Kind.WITHDRAWAL;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What kind of policy the verbs of a sentence tell of, by the table of DOMAIN's kinds. */
final class KindRules {
  private static final VerbClass[] DEEDS = {
    VerbClass.PROVIDE,
    VerbClass.USE,
    VerbClass.DEVELOP,
    VerbClass.TRAIN,
    VerbClass.PUBLISH,
    VerbClass.INVEST
  };
  private static final Set<String> LIMIT_NOUNS =
      Set.of(
          "ban",
          "bans",
          "prohibition",
          "moratorium",
          "moratoria",
          "pause",
          "halt",
          "freeze",
          "suspension",
          "block",
          "embargo",
          "promise",
          "pledge",
          "restriction",
          "restrictions",
          "limit",
          "limits",
          "curb",
          "curbs",
          "line",
          "commitment",
          "barrier",
          "policy");
  private static final Set<String> PAUSE_NOUNS =
      Set.of("moratorium", "moratoria", "pause", "halt", "freeze", "suspension", "break");
  private static final Set<String> BAN_NOUNS =
      Set.of("ban", "bans", "prohibition", "block", "embargo");
  private static final Set<String> RESTRICTION_NOUNS =
      Set.of(
          "restriction",
          "restrictions",
          "limit",
          "limits",
          "curb",
          "curbs",
          "cap",
          "safeguards",
          "guardrails");
  private static final Set<String> USERS =
      Set.of(
          "customers",
          "users",
          "developers",
          "advertisers",
          "authors",
          "creators",
          "contributors",
          "uploaders",
          "clients",
          "campaigns",
          "publishers",
          "sellers",
          "artists",
          "writers",
          "applicants");
  private static final Set<String> NONE = Set.of("no", "none", "neither");
  private static final Set<String> HYPOTHETICAL = Set.of("should", "must", "ought", "could", "can");
  private static final Set<String> BEGINNINGS =
      Set.of(
          "begin", "start", "move", "be", "become", "try", "step", "set", "elect", "vote", "change",
          "amend", "update", "revise", "edit", "rewrite", "modify");
  private static final Set<String> IFS =
      Set.of("if", "whether", "were", "suppose", "imagine", "unless");

  private final Sentence sentence;
  private final List<Verb> verbs;

  KindRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
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
      if ((!verb.meanings().isEmpty() || chain.governedBy(VerbClass.PLEDGE))
          && !isHypothetical(chain)
          && isTold(chain)
          && !isCondition(verb)) {
        Act act = act(chain);
        if (act != null && !Retold.isDemanded(sentence, verbs, chain.top())) {
          acts.add(
              Retold.isDenied(sentence, verbs, chain) ? act.withModality(Modality.DENIED) : act);
        }
      }
    }
    return acts;
  }

  private Act act(Chain chain) {
    Verb verb = chain.verb();
    if (chain.governors().stream().anyMatch(g -> g.means(VerbClass.ALLOW) && g.negated())) {
      return null;
    }
    if (chain.governedBy(VerbClass.PLEDGE)
        && verb.negated()
        && !verb.means(VerbClass.STOP, VerbClass.CONTINUE)) {
      boolean deed = verb.means(VerbClass.PROVIDE, VerbClass.TRAIN, VerbClass.INVEST);
      return new Act(
          BAN,
          deed ? activity(verb) : Activity.DEVELOPMENT,
          modality(chain),
          verb,
          verb.head(),
          verb.end(),
          null,
          0.8);
    }
    boolean governsDeed = governs(verb, DEEDS);
    if (verb.means(DEEDS)) {
      Act deed = deed(chain);
      if (deed != null) {
        return deed;
      }
    }
    if (chain.negated() || isNegatedObject(verb)) {
      return verb.means(VerbClass.ALLOW) && isVolitional(chain) ? act(BAN, chain, 0.85) : null;
    }
    if (chain.governedBy(VerbClass.STOP, VerbClass.REFUSE)) {
      return null;
    }
    if (isDemandOnUsers(verb)) {
      return act(RESTRICTION, chain, 0.75);
    }
    if (isStanding(verb)) {
      return new Act(
          PAUSE,
          null,
          modality(chain),
          verb,
          Math.max(0, verb.first() - 16),
          verb.end(),
          null,
          0.75);
    }
    Kind noun = nounKind(verb);
    if (verb.means(VerbClass.LIFT) && hasLimitObject(verb)) {
      return act(RESUMPTION, chain, 0.85);
    }
    if (verb.means(VerbClass.EXTEND, VerbClass.ANNOUNCE) && noun != null) {
      return act(noun, chain, 0.85);
    }
    if (governsDeed && verb.means(VerbClass.STOP, VerbClass.REFUSE)) {
      return null;
    }
    return plain(chain);
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
        && Set.of("remove", "delete", "drop", "pull", "take").contains(verb.lemma())) {
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

  private Act deed(Chain chain) {
    Verb verb = chain.verb();
    Activity activity = activity(verb);
    boolean stopped = chain.governedBy(VerbClass.STOP);
    Verb director = director(chain);
    if (director != null) {
      boolean off = chain.negated() || stopped;
      return off
          ? new Act(BAN, activity, modality(chain), verb, director.head(), verb.end(), null, 0.85)
          : null;
    }
    if (chain.noLonger()) {
      return new Act(
          activity == Activity.INVESTMENT ? BAN : WITHDRAWAL,
          activity,
          modality(chain),
          verb,
          verb.head(),
          verb.end(),
          null,
          0.9);
    }
    if (stopped && !chain.negated()) {
      return new Act(
          WITHDRAWAL, activity, modality(chain), verb, verb.head(), verb.end(), null, 0.9);
    }
    if (chain.governedBy(VerbClass.CONTINUE) && !chain.negated()) {
      return new Act(
          PERMISSION, activity, modality(chain), verb, verb.head(), verb.end(), null, 0.65);
    }
    if (denied(chain) && sentence.words(verb.head(), verb.end()).contains(" to train ")) {
      activity = Activity.TRAINING;
    }
    boolean refused = chain.governedBy(VerbClass.REFUSE) && !chain.negated();
    if (verb.means(VerbClass.USE) && isRuleForUsers(chain)) {
      Kind kind = denied(chain) || chain.noLonger() ? BAN : PERMISSION;
      return new Act(
          kind,
          activity,
          Modality.DECIDED,
          verb,
          Math.max(0, verb.first() - 6),
          verb.end(),
          null,
          kind == BAN ? 0.8 : 0.6);
    }
    if (isAgain(verb)
        && !isAfter(verb, "before")
        && !denied(chain)
        && chain.governors().stream().noneMatch(g -> g.means(VerbClass.REFUSE, VerbClass.DENY))) {
      return new Act(
          RESUMPTION, activity, modality(chain), verb, verb.head(), verb.end(), null, 0.75);
    }
    boolean denied = denied(chain);
    if ((denied || refused) && isVolitional(chain)) {
      boolean offers =
          Set.of("offer", "sell", "provide", "supply", "license").contains(verb.lemma())
              && !refused;
      Kind kind = offers && chain.modal().equals("will") ? WITHDRAWAL : BAN;
      return new Act(
          kind,
          activity,
          modality(chain),
          verb,
          verb.head(),
          verb.end(),
          null,
          refused ? 0.7 : 0.85);
    }
    if (denied && activity == Activity.TRAINING && verb.modal().isEmpty()) {
      return new Act(BAN, activity, modality(chain), verb, verb.head(), verb.end(), null, 0.7);
    }
    return null;
  }

  /** "police may not use": the company's rule, though police is the subject. */
  private boolean isRuleForUsers(Chain chain) {
    Verb top = chain.top();
    boolean may = Set.of("may", "can").contains(top.modal());
    int from = Math.max(0, top.first() - 5);
    boolean people =
        sentence.audiences().stream().anyMatch(a -> a.from() >= from && a.from() < top.first());
    return may
        && people
        && chain.verb().form() != Verb.Form.PARTICIPLE
        && (denied(chain) || chain.noLonger());
  }

  private boolean isAfter(Verb verb, String word) {
    return (" " + sentence.words(Math.max(0, verb.first() - 6), verb.first()) + " ")
        .contains(" " + word + " ");
  }

  private boolean isAgain(Verb verb) {
    String words = " " + sentence.words(Math.max(0, verb.first() - 1), verb.end()) + " ";
    return verb.finite()
        && (words.contains(" again ") || words.contains(" once more "))
        && !words.contains(" before ");
  }

  private boolean denied(Chain chain) {
    return chain.negated() || isNegatedObject(chain.verb());
  }

  /** "told staff not to use": who is told stands before the deed. */
  private static Verb director(Chain chain) {
    Verb nearest = null;
    for (Verb governor : chain.governors()) {
      if (governor.means(VerbClass.DIRECT)) {
        nearest = governor;
      }
    }
    return nearest;
  }

  private boolean isVolitional(Chain chain) {
    String modal = chain.modal();
    boolean will = modal.equals("will") || modal.equals("would");
    return will
        || chain.governedBy(VerbClass.PLEDGE, VerbClass.SAY, VerbClass.REFUSE, VerbClass.DIRECT)
        || Set.of("decide", "decline", "mean").contains(chain.top().lemma())
        || (modal.equals("may") && chain.verb().passive())
        || hasUntil(chain.verb());
  }

  private boolean hasUntil(Verb verb) {
    String words = " " + sentence.words(verb.head(), sentence.size()) + " ";
    return words.contains(" until ");
  }

  /** A bare infinitive or gerund tells of an act only under a verb that commits to it. */
  private boolean isTold(Chain chain) {
    Verb verb = chain.verb();
    if (verb.finite()) {
      return true;
    }
    if (verb.form() == Verb.Form.PARTICIPLE) {
      return false;
    }
    if (chain.governors().isEmpty()) {
      boolean afterComma =
          verb.form() == Verb.Form.GERUND
              && verb.first() > 1
              && sentence.at(verb.first() - 1).is(",");
      return afterComma && verb.means(VerbClass.BAN, VerbClass.PAUSE, VerbClass.EXTEND)
          || joinsOthers(verb);
    }
    Verb governor = chain.governors().getFirst();
    boolean commits =
        governor.means(
            VerbClass.SAY,
            VerbClass.PLEDGE,
            VerbClass.PLAN,
            VerbClass.CONSIDER,
            VerbClass.STOP,
            VerbClass.REFUSE,
            VerbClass.DIRECT,
            VerbClass.CONTINUE,
            VerbClass.RESUME,
            VerbClass.ALLOW,
            VerbClass.BAN,
            VerbClass.REQUIRE);
    return commits || BEGINNINGS.contains(governor.lemma());
  }

  /** "has joined others in banning". */
  private boolean joinsOthers(Verb verb) {
    boolean in = verb.first() > 0 && sentence.at(verb.first() - 1).is("in");
    return in
        && verb.number() > 0
        && Set.of("joined", "joins", "joining", "follows", "followed", "following")
            .contains(sentence.at(verbs.get(verb.number() - 1).head()).lower());
  }

  /** What stands after "until" is the end of a policy, not a policy. */
  private boolean isCondition(Verb verb) {
    for (int i = Math.max(0, verb.first() - 25); i < verb.first(); i++) {
      Token token = sentence.at(i);
      if (token.is("until") || token.is("unless") || token.is("till")) {
        return !isDateAfter(i) && !sentence.words(i, verb.first()).contains(" said");
      }
    }
    return false;
  }

  private boolean isDateAfter(int i) {
    return sentence.isDate(i + 1) || i + 2 < sentence.size() && sentence.isDate(i + 2);
  }

  private boolean isHypothetical(Chain chain) {
    if (HYPOTHETICAL.contains(chain.modal())
        && !(chain.negated() && chain.modal().startsWith("c"))) {
      return true;
    }
    Verb top = chain.top();
    for (int i = Math.max(0, top.first() - 12); i < top.first(); i++) {
      if (IFS.contains(sentence.at(i).lower()) && !closes(i, top.first())) {
        return true;
      }
    }
    return false;
  }

  private boolean closes(int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.at(i).is(",")) {
        return true;
      }
    }
    return false;
  }

  private boolean governs(Verb verb, VerbClass... meanings) {
    return verbs.stream().anyMatch(v -> v.governor() == verb.number() && v.means(meanings));
  }

  private boolean isNegatedObject(Verb verb) {
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 4); i++) {
      if (NONE.contains(sentence.at(i).lower()) && !sentence.words(i, i + 2).equals("no longer")) {
        return true;
      }
    }
    return false;
  }

  private Act act(Kind kind, Chain chain, double strength) {
    Verb verb = chain.verb();
    return new Act(kind, null, modality(chain), verb, verb.head(), verb.end(), null, strength);
  }

  static Activity activity(Verb verb) {
    if (verb.means(VerbClass.INVEST) && !verb.lemma().equals("back")) {
      return Activity.INVESTMENT;
    }
    if (verb.means(VerbClass.TRAIN)) {
      return Activity.TRAINING;
    }
    if (verb.means(VerbClass.DEVELOP) && !verb.means(VerbClass.PROVIDE)) {
      return Activity.DEVELOPMENT;
    }
    if (verb.means(VerbClass.USE)) {
      return Activity.INTERNAL_USE;
    }
    return verb.means(VerbClass.PUBLISH) && !verb.means(VerbClass.PROVIDE)
        ? Activity.CONTENT
        : Activity.PROVISION;
  }

  static Modality modality(Chain chain) {
    if (chain.governedBy(VerbClass.CONSIDER)
        || Set.of("may", "might").contains(chain.modal()) && !chain.negated()) {
      return Modality.CONSIDERED;
    }
    boolean planned =
        chain.governors().stream()
            .anyMatch(g -> g.means(VerbClass.PLAN) && !g.means(VerbClass.SAY));
    return planned ? Modality.PLANNED : Modality.DECIDED;
  }

  /** "require authors to tell", "make advertisers disclose". */
  private boolean isDemandOnUsers(Verb verb) {
    if (!verb.means(VerbClass.REQUIRE) || verb.passive() || verb.lemma().equals("ask")) {
      return false;
    }
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 5); i++) {
      if (USERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "its ban on police use will continue indefinitely". */
  private boolean isStanding(Verb verb) {
    boolean stays =
        Set.of("stay", "remain", "continue", "last", "run").contains(verb.lemma()) && verb.finite();
    if (!stays
        || !sentence
            .words(verb.head(), verb.end() + 8)
            .matches(".*\\b(until|indefinitely|another|further)\\b.*")) {
      return false;
    }
    for (int i = Math.max(0, verb.first() - 16); i < verb.first(); i++) {
      if (PAUSE_NOUNS.contains(sentence.at(i).lower())
          || BAN_NOUNS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasLimitObject(Verb verb) {
    return nounIn(verb, LIMIT_NOUNS);
  }

  private Kind nounKind(Verb verb) {
    if (nounIn(verb, PAUSE_NOUNS)) {
      return PAUSE;
    }
    if (nounIn(verb, BAN_NOUNS)) {
      return BAN;
    }
    return nounIn(verb, RESTRICTION_NOUNS) ? RESTRICTION : null;
  }

  /** A noun of the set among the first words after the verb, before another verb. */
  private boolean nounIn(Verb verb, Set<String> nouns) {
    int end = Math.min(verb.end(), verb.head() + 9);
    for (int i = verb.head() + 1; i < end; i++) {
      Token token = sentence.at(i);
      if (nouns.contains(token.lower()) && !token.tag().equals("AUX")) {
        return true;
      }
      int at = i;
      boolean another = verbs.stream().anyMatch(v -> v.head() == at && v.finite());
      if (another || token.is("that") || token.is("of")) {
        return false;
      }
    }
    return false;
  }
}
