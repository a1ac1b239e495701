package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Technology;
import ai.policytracker.ingest.extract.Candidates.Candidate;
import ai.policytracker.ingest.extract.LearnedNetwork.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an article again by what was learned from labelled sentences: drops drafts that are
 * unlikely there, adds what is likely where the rules know no words for it, and settles whom and
 * what it is about.
 */
final class SecondReading {
  /** Of a draft that no rule has made. */
  private static final double STRENGTH = 0.6;

  /** Of a rule whose words leave little doubt of the kind. */
  private static final double STRONG = 0.8;

  /** Shares of what was learned: a draft that is told less surely is dropped. */
  private static final double DOUBTED = 0.4;

  private static final double LIKELY = 0.8;
  private static final double LIKELY_KIND = 0.5;
  private static final double LIKELY_SIDE = 0.7;
  private static final double LIKELY_DENIAL = 0.5;
  private static final double LIKELY_TECHNOLOGY = 0.6;
  private static final double LIKELY_AUDIENCE = 0.7;

  /** Of a kind that is no limit where the rules read a limit, or the like. */
  private static final double OTHER_KIND = 0.8;

  private static final String DENIED = Modality.DENIED.name();

  private static final Set<Kind> LIMITS =
      Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL, Kind.RESTRICTION);
  private static final Set<Kind> LEAVES = Set.of(Kind.PERMISSION, Kind.RESUMPTION);

  private static final Set<String> WISHES = Set.of("should", "ought");

  private static final List<String> COMPARING =
      List.of("following", "similar", "footsteps", "like", "joined", "joins", "joining");
  private static final int COMPARED_WITHIN = 7;

  private final Context context;
  private final About about;
  private final Slots slots;

  SecondReading(Context context, About about, Slots slots) {
    this.context = context;
    this.about = about;
    this.slots = slots;
  }

  List<Draft> of(List<Draft> drafts, List<Candidate> candidates) {
    List<Judged> judged = Judged.all(candidates);
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      Optional<Judged> of = judged.stream().filter(j -> j.isOf(draft)).findFirst();
      of.ifPresent(j -> settle(draft, j));
      if (of.filter(j -> isRefuted(draft, j)).isEmpty()) {
        kept.add(draft);
      }
    }
    judged.stream()
        .filter(j -> j.told() > LIKELY && j.verdict().kind().share() > LIKELY_KIND)
        .filter(j -> kept.stream().noneMatch(j::isOf))
        .sorted(Comparator.comparingDouble((Judged j) -> -j.told()))
        .forEach(j -> add(j, kept));
    return kept;
  }

  private static Kind kind(Verdict verdict) {
    return Kind.valueOf(verdict.kind().value().split(":")[0]);
  }

  private static boolean isPolicy(Kind kind) {
    return LIMITS.contains(kind) || LEAVES.contains(kind);
  }

  /** What the weights doubt is not enough against a strong rule. */
  private static boolean isRefuted(Draft draft, Judged judged) {
    boolean asked = judged.verdict() != Verdict.NOTHING;
    boolean doubted = judged.told() < DOUBTED && (asked || draft.strength < STRONG);
    return doubted || isOfOtherKind(draft, judged.verdict());
  }

  /** A side where the rules read a limit, a pledge where they read a side. */
  private static boolean isOfOtherKind(Draft draft, Verdict verdict) {
    if (verdict.kind().share() <= OTHER_KIND) {
      return false;
    }
    Kind kind = kind(verdict);
    return draft.kind != kind && !(isPolicy(kind) && isPolicy(draft.kind));
  }

  private void settle(Draft draft, Judged judged) {
    Verdict verdict = judged.verdict();
    draft.told = judged.told();
    if (verdict.kind().share() > LIKELY_KIND) {
      settleKind(draft, verdict);
    }
    if (verdict.modality().value().equals(DENIED) && verdict.modality().share() > LIKELY_DENIAL) {
      draft.modality = Modality.DENIED;
    }
    if (verdict.technology().share() > LIKELY_TECHNOLOGY) {
      Technology likely = Technology.fromSlug(verdict.technology().value());
      draft.technology = context.names(likely) ? likely : draft.technology;
    }
    // Weak rules take everyone for granted where they find no words for an audience.
    boolean open =
        isPolicy(draft.kind) && draft.audience == Audience.GENERAL && draft.strength < STRONG;
    if (open && verdict.audience().share() > LIKELY_AUDIENCE) {
      draft.audience = Audience.fromSlug(verdict.audience().value());
      boolean own = draft.audience == Audience.EMPLOYEES;
      draft.activity =
          own && draft.activity == Activity.PROVISION ? Activity.INTERNAL_USE : draft.activity;
    }
  }

  /**
   * A stop with an end is a pause, and a strong rule mistakes a limit for another limit at most.
   */
  private static void settleKind(Draft draft, Verdict verdict) {
    Kind kind = kind(verdict);
    boolean strong = draft.strength >= STRONG;
    boolean ends = draft.kind == Kind.PAUSE && draft.until != null;
    boolean near = LIMITS.contains(kind) && LIMITS.contains(draft.kind);
    boolean gone = draft.kind == Kind.WITHDRAWAL;
    if (isPolicy(kind) && isPolicy(draft.kind) && !ends && (!strong || near && !gone)) {
      draft.kind = kind;
    }
    boolean side = kind == Kind.LOBBYING_STANCE && draft.kind == kind;
    if (side && !strong && verdict.kind().share() > LIKELY_SIDE) {
      draft.stance = stance(verdict);
    }
  }

  private static Stance stance(Verdict verdict) {
    return Stance.valueOf(verdict.kind().value().split(":")[1]);
  }

  private void add(Judged judged, List<Draft> drafts) {
    Candidate candidate = judged.candidate();
    Sentence sentence = candidate.told().sentence();
    List<Verb> verbs = candidate.told().verbs();
    Verdict verdict = judged.verdict();
    Kind kind = kind(verdict);
    boolean known =
        drafts.stream()
            .anyMatch(d -> d.company.equals(candidate.company()) && isAlike(d.kind, kind));
    boolean asks = sentence.at(sentence.size() - 1).is("?");
    if (known || asks || verbs.isEmpty() || Retold.isTakenBack(sentence)) {
      return;
    }
    Verb verb = telling(verbs);
    Actor actor = candidate.told().actors().get(verb.number());
    boolean over = isOver(sentence, verb) && LIMITS.contains(kind);
    boolean wished = WISHES.contains(verb.modal()) || isCompared(sentence, candidate.company());
    boolean unlimited = verb.negated() && LIMITS.contains(kind) && isLimiting(verb);
    if (over
        || wished
        || unlimited
        || Retold.isUndone(sentence, verb)
        || actor.outsider() && actor.named()) {
      return;
    }
    Act act =
        new Act(
            kind,
            kind == Kind.COMMITMENT ? Activity.DEVELOPMENT : null,
            Modality.valueOf(verdict.modality().value()),
            verb,
            0,
            sentence.size(),
            kind == Kind.LOBBYING_STANCE ? stance(verdict) : null,
            STRENGTH,
            false);
    Technology technology = technology(sentence, act, candidate.company());
    Draft draft = slots.draft(sentence, act, candidate.company(), technology);
    settle(draft, judged);
    if (drafts.stream().noneMatch(d -> isLifted(d, draft))) {
      drafts.add(draft);
    }
  }

  /** What is allowed in the same breath as it is stopped is a side of the stop. */
  private static boolean isLifted(Draft limit, Draft leave) {
    return leave.kind == Kind.PERMISSION
        && LIMITS.contains(limit.kind)
        && limit.company.equals(leave.company)
        && limit.technology == leave.technology
        && limit.audience == leave.audience;
  }

  /** "Alpha will not sell it, following similar moves by Beta": what is told of Alpha. */
  private static boolean isCompared(Sentence sentence, String company) {
    return sentence.companies().stream()
        .filter(found -> company.equals(found.value().company()))
        .map(found -> sentence.words(found.from() - COMPARED_WITHIN, found.from()))
        .anyMatch(before -> Words.holdAny(before, COMPARING));
  }

  private static boolean isLimiting(Verb verb) {
    return verb.means(VerbClass.BAN) || verb.means(VerbClass.PAUSE) || verb.means(VerbClass.STOP);
  }

  /** "is no longer off limits". */
  private static boolean isOver(Sentence sentence, Verb verb) {
    String after = sentence.words(verb.head() + 1, verb.head() + 3);
    return verb.lemma().equals("be") && after.equals("no longer");
  }

  private static boolean isAlike(Kind a, Kind b) {
    return a == b
        || LIMITS.contains(a) && LIMITS.contains(b)
        || LEAVES.contains(a) && LEAVES.contains(b);
  }

  /** The first verb that the lexicon knows, else the first that says something. */
  private static Verb telling(List<Verb> verbs) {
    List<Verb> tells = verbs.stream().filter(v -> !v.means(VerbClass.SAY)).toList();
    return tells.stream()
        .filter(v -> !v.meanings().isEmpty())
        .findFirst()
        .or(() -> tells.stream().filter(Verb::finite).findFirst())
        .orElse(verbs.getFirst());
  }

  private Technology technology(Sentence sentence, Act act, String company) {
    List<Technology> told = about.technologies(sentence, act, company);
    if (!told.isEmpty()) {
      return told.getFirst();
    }
    Technology named = About.firstSpecific(sentence, 0, sentence.size());
    Technology before = context.before(sentence);
    if (before != null && (named == null || named == Technology.GENERAL_AI)) {
      return before;
    }
    return named == null ? context.topic() : named;
  }
}
