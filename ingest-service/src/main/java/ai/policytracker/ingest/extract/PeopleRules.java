package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.List;
import java.util.Set;

/**
 * What a company's rules let people do or not: "teenagers can no longer chat", "employees may use
 * it for drafts", "agencies are free to use it again". The people are the subject, not the company.
 */
final class PeopleRules {
  private static final Set<String> PEOPLE = Words.set("users", "bound users");
  private static final Set<String> NOBODY = Set.of("nobody", "they", "you", "anyone", "those");
  private static final Set<String> DOINGS = Words.set("doings of users");
  private static final Set<String> WORKS = Words.set("works");
  private static final List<String> RULING = Words.phrases("ruling");
  private static final List<String> NEWLY = Words.phrases("newly");
  private static final List<String> LEAVES =
      List.of("free", "welcome", "able", "allowed", "permitted", "entitled", "authorized");
  private static final Set<String> MAY = Set.of("may", "can", "must", "ca", "could");
  private static final List<String> PROVIDED =
      List.of("provided", "on condition", "on the condition", "but must", "only if", "only after");
  private static final int REACH = 9;

  private final Sentence sentence;
  private final SubjectFinder finder;

  PeopleRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.finder = new SubjectFinder(sentence, verbs);
  }

  /** Null where the verb tells of no such rule. */
  Act act(Chain chain) {
    Verb verb = chain.verb();
    boolean doing =
        verb.means(Deeds.CLASSES) && !verb.means(VerbClass.INVEST) || DOINGS.contains(verb.lemma());
    boolean rules =
        doing
            && verb.form() != Verb.Form.PARTICIPLE
            && !verb.passive()
            && (verb.form() != Verb.Form.GERUND || verb.governor() >= 0)
            && Orders.director(chain) == null
            && isLeave(chain);
    if (!rules) {
      return null;
    }
    boolean denied = denied(chain);
    boolean known = isPeople(chain);
    if (denied && known && !chain.governedBy(VerbClass.STOP, VerbClass.REFUSE)) {
      boolean sure = verb.means(VerbClass.USE) && !chain.top().modal().equals("can");
      return act(chain, Kind.BAN, sure ? 0.8 : 0.7);
    }
    return denied || chain.governedBy(VerbClass.STOP, VerbClass.REFUSE) ? null : leave(chain);
  }

  private Act leave(Chain chain) {
    Verb top = chain.top();
    Audience audience = audience(top);
    String words = sentence.words(top.first() - 1, chain.verb().end());
    boolean works = hasWork(chain.verb()) && isPeople(chain);
    boolean toldStaff =
        sentence.words(top.first() - 1, top.first()).equals("they") && isToldStaff(top);
    if (audience == Audience.GENERAL && !works && !toldStaff || Deeds.isOfLaw(sentence, top)) {
      return null;
    }
    String rest = sentence.words(chain.verb().head(), sentence.size());
    if (Words.hold(words, "only") || Words.holdAny(rest, PROVIDED)) {
      return act(chain, Kind.RESTRICTION, 0.65).until(sentence.size());
    }
    boolean again = Words.hold(words, "again") || Words.hold(words, "once more");
    String all = sentence.words(0, sentence.size());
    boolean recent = Words.holdAny(words, NEWLY) || top.modal().equals("will");
    boolean told = Words.holdAny(all, RULING);
    boolean may = top.modal().equals("may") || top.lemma().equals("be") || isAllowed(chain);
    boolean could = top.modal().equals("could") && Words.holdAny(all, RULING);
    boolean staff = audience == Audience.EMPLOYEES && (top.modal().equals("may") || could);
    boolean goesOn = chain.governedBy(VerbClass.CONTINUE) && top.modal().equals("may");
    if (!(staff || again || goesOn || told && (may || recent))) {
      return null;
    }
    return act(chain, again ? Kind.RESUMPTION : Kind.PERMISSION, 0.65);
  }

  /** "has told its buyers that they may use it". */
  private boolean isToldStaff(Verb top) {
    return sentence
        .words(0, top.first())
        .matches(".*\\b(?:told|tells|informed|wrote to) (?:its|their|all|the) .*\\bthat they");
  }

  private Act act(Chain chain, Kind kind, double strength) {
    boolean use = chain.verb().means(VerbClass.USE) || !chain.verb().means(Deeds.CLASSES);
    Activity activity = use ? null : Deeds.activity(chain.verb());
    boolean own = activity == Activity.DEVELOPMENT || activity == Activity.TRAINING;
    Verb top = chain.top();
    return new Act(
        kind,
        own ? null : activity,
        Modality.DECIDED,
        top,
        Math.max(0, top.first() - REACH),
        chain.verb().end(),
        null,
        strength,
        false);
  }

  /** "may", "can no longer", "are free to", "will not be able to", "are not allowed to". */
  private boolean isLeave(Chain chain) {
    Verb top = chain.top();
    Verb verb = chain.verb();
    if (top == verb) {
      return MAY.contains(top.modal());
    }
    boolean be =
        top.lemma().equals("be")
            && Words.holdAny(sentence.words(top.head() + 1, verb.first()), LEAVES);
    boolean going = MAY.contains(top.modal()) && chain.governedBy(VerbClass.CONTINUE);
    return be || isAllowed(chain) || going;
  }

  private static boolean isAllowed(Chain chain) {
    return chain.governors().stream().anyMatch(g -> g.means(VerbClass.ALLOW) && g.passive());
  }

  private boolean denied(Chain chain) {
    return new Deeds(sentence).denied(chain) || chain.noLonger() || isNobody(chain.top());
  }

  /** "Nobody in Illinois will be able to search it". */
  private boolean isNobody(Verb top) {
    return finder.subject(top).stream()
        .anyMatch(
            p ->
                Set.of("nobody", "none").contains(sentence.at(p.head()).lower())
                    || sentence.at(p.from()).is("no"));
  }

  private boolean isPeople(Chain chain) {
    Verb top = chain.top();
    if (audience(top) != Audience.GENERAL) {
      return true;
    }
    return finder.subject(top).stream()
        .anyMatch(
            p ->
                PEOPLE.contains(sentence.at(p.head()).lower())
                    || NOBODY.contains(sentence.at(p.head()).lower()));
  }

  /** Whom the subject names; everybody where it names none. */
  private Audience audience(Verb top) {
    for (SubjectFinder.Phrase phrase : finder.subject(top)) {
      if (sentence.at(phrase.head()).is("they")) {
        return before(phrase.from());
      }
      for (var found : sentence.audiences()) {
        if (found.from() >= phrase.from() && found.from() < phrase.to()) {
          return found.value();
        }
      }
    }
    boolean they = top.first() > 0 && sentence.at(top.first() - 1).is("they");
    for (var found : sentence.audiences()) {
      int to = they && found.to() < top.first() - 1 ? found.to() + 1 : found.to();
      if (to == top.first() || they && to == top.first() - 1) {
        return found.value();
      }
    }
    return Audience.GENERAL;
  }

  /** Whom "they" means: those named right before. */
  private Audience before(int they) {
    for (var found : sentence.audiences()) {
      if (found.to() == they || found.to() == they - 1) {
        return found.value();
      }
    }
    return Audience.GENERAL;
  }

  private boolean hasWork(Verb verb) {
    for (int i = verb.head() + 1; i < verb.end(); i++) {
      if (WORKS.contains(sentence.at(i).lower())) {
        return verb.means(VerbClass.PUBLISH, VerbClass.PROVIDE);
      }
    }
    return false;
  }
}
