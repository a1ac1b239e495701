package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Technology;
import ai.policytracker.ingest.extract.Candidates.Candidate;
import ai.policytracker.ingest.extract.LearnedWeights.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads an article again by what was learned from labelled sentences: drops drafts that are
 * unlikely there, adds what is likely where the rules know no words for it, and settles whom and
 * what it is about.
 */
final class SecondReading {
  /** Of a rule whose words leave little doubt. */
  private static final double STRONG = 0.8;

  /** Shares of {@link Verdict}: a draft below is dropped unless its rule is certain. */
  private static final double DOUBTED = 0.4;

  private static final double LIKELY = 0.7;
  private static final double SURE = 0.6;

  private static final double LIKELY_TECHNOLOGY = 0.6;
  private static final double LIKELY_AUDIENCE = 0.7;

  /** Of a draft that no rule has made. */
  private static final double STRENGTH = 0.6;

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

  private record Judged(Candidate candidate, Verdict verdict) {
    boolean isOf(Draft draft) {
      return draft.sentence == candidate.told().sentence().index()
          && draft.company.equals(candidate.company());
    }
  }

  SecondReading(Context context, About about, Slots slots) {
    this.context = context;
    this.about = about;
    this.slots = slots;
  }

  List<Draft> of(List<Draft> drafts, List<Candidate> candidates) {
    LearnedWeights learned = LearnedWeights.known();
    List<Judged> judged =
        candidates.stream()
            .filter(SecondReading::maybeTold)
            .map(c -> new Judged(c, learned.on(c.traits())))
            .toList();
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      judged.stream()
          .filter(j -> j.isOf(draft))
          .findFirst()
          .ifPresent(
              j -> {
                draft.told = j.verdict().told();
                settle(draft, j.verdict());
              });
      if (draft.strength >= STRONG || draft.told >= DOUBTED) {
        kept.add(draft);
      }
    }
    judged.stream()
        .filter(j -> j.verdict().told() > LIKELY && j.verdict().kind().share() > SURE)
        .filter(j -> !j.verdict().kind().value().equals(LearnedWeights.DENIED))
        .filter(j -> drafts.stream().noneMatch(j::isOf))
        .sorted(Comparator.comparingDouble((Judged j) -> -j.verdict().told()))
        .forEach(j -> add(j, kept));
    return kept;
  }

  /** What the rules take for granted where they find no words for it. */
  private void settle(Draft draft, Verdict verdict) {
    if (verdict.technology().share() > LIKELY_TECHNOLOGY) {
      Technology likely = Technology.fromSlug(verdict.technology().value());
      draft.technology = context.names(likely) ? likely : draft.technology;
    }
    boolean policy = LIMITS.contains(draft.kind) || LEAVES.contains(draft.kind);
    boolean open = policy && draft.audience == Audience.GENERAL;
    if (open && verdict.audience().share() > LIKELY_AUDIENCE) {
      draft.audience = Audience.fromSlug(verdict.audience().value());
      boolean own = draft.audience == Audience.EMPLOYEES;
      draft.activity =
          own && draft.activity == Activity.PROVISION ? Activity.INTERNAL_USE : draft.activity;
    }
  }

  /** Of all else hardly anything is told, and a third of the time would go there. */
  private static boolean maybeTold(Candidate candidate) {
    return candidate.named() || !candidate.told().acts().isEmpty();
  }

  private void add(Judged judged, List<Draft> drafts) {
    Candidate candidate = judged.candidate();
    Sentence sentence = candidate.told().sentence();
    List<Verb> verbs = candidate.told().verbs();
    String[] outcome = judged.verdict().kind().value().split(":");
    Kind kind = Kind.valueOf(outcome[0]);
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
    if (over || wished || Retold.isUndone(sentence, verb) || actor.outsider() && actor.named()) {
      return;
    }
    Act act =
        new Act(
            kind,
            kind == Kind.COMMITMENT ? Activity.DEVELOPMENT : null,
            Chain.of(verb, verbs).modality(),
            verb,
            0,
            sentence.size(),
            outcome.length > 1 ? Stance.valueOf(outcome[1]) : null,
            STRENGTH,
            false);
    Technology technology = technology(sentence, act, candidate.company());
    Draft draft = slots.draft(sentence, act, candidate.company(), technology);
    draft.told = judged.verdict().told();
    settle(draft, judged.verdict());
    drafts.add(draft);
  }

  /** "Alpha will not sell it, following similar moves by Beta": what is told of Alpha. */
  private static boolean isCompared(Sentence sentence, String company) {
    return sentence.companies().stream()
        .filter(found -> company.equals(found.value().company()))
        .map(found -> sentence.words(found.from() - COMPARED_WITHIN, found.from()))
        .anyMatch(before -> Words.holdAny(before, COMPARING));
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
