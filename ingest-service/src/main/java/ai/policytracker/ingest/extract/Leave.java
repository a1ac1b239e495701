package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESUMPTION;

import ai.policytracker.event.Activity;
import java.util.List;
import java.util.Set;

/** What a company lets somebody do, or stops letting them do. */
final class Leave {
  private static final Set<String> USERS = Words.set("bound users");
  private static final List<String> RULES =
      List.of("guidelines", "policy", "terms", "rules", "as long as", "so long as", "provided");

  private final Sentence sentence;

  Leave(Sentence sentence) {
    this.sentence = sentence;
  }

  /** "lets its engineers use", "refused to let the army use". */
  Act of(Chain chain, Activity activity) {
    Verb allow =
        chain.governors().stream().filter(g -> g.means(VerbClass.ALLOW)).findFirst().orElseThrow();
    if (chain.governedBy(VerbClass.REFUSE) && !chain.negated()) {
      return Act.from(allow.head(), BAN, activity, chain, 0.75);
    }
    if (chain.negated() || chain.governedBy(VerbClass.STOP, VerbClass.REFUSE)) {
      return null;
    }
    boolean aside = allow.form() == Verb.Form.GERUND && allow.governor() < 0;
    if (aside || isPartner(allow, chain.verb()) || Deeds.isOfLaw(sentence, chain.top())) {
      return null;
    }
    boolean again = Words.holdAny(sentence.words(0, sentence.size()), Deeds.REVERSALS);
    boolean whom =
        sentence.audiences().stream()
            .anyMatch(a -> a.from() > allow.head() && a.from() < chain.verb().end());
    whom |= isRuleForUsers(allow, chain.verb());
    boolean work = chain.verb().means(VerbClass.PUBLISH) && !chain.verb().means(VerbClass.PROVIDE);
    if (again) {
      return Act.from(allow.head(), RESUMPTION, activity, chain, 0.7);
    }
    return whom || work ? Act.from(allow.head(), PERMISSION, activity, chain, 0.6) : null;
  }

  /** "has agreed to let Alpha show its pictures": a deal. */
  private boolean isPartner(Verb allow, Verb verb) {
    return sentence.companies().stream()
        .anyMatch(
            c ->
                c.value().role() == Companies.Role.NAME
                    && c.from() == allow.head() + 1
                    && c.to() <= verb.first());
  }

  /** "allows its partners to use it, according to guidelines". */
  private boolean isRuleForUsers(Verb allow, Verb verb) {
    boolean rules = Words.holdAny(sentence.words(0, sentence.size()), RULES);
    for (int i = allow.head() + 1; rules && i < verb.first(); i++) {
      if (USERS.contains(sentence.at(i).lower())) {
        return verb.means(VerbClass.USE);
      }
    }
    return false;
  }

  /** "has stopped letting police use it". */
  static Act ofStopped(Chain chain, Activity activity) {
    for (Verb governor : chain.governors()) {
      if (governor.means(VerbClass.ALLOW)) {
        return chain.negated() ? null : Act.from(governor.head(), BAN, activity, chain, 0.8);
      }
    }
    return null;
  }
}
