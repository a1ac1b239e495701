package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Technology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Goes through one article sentence by sentence and drafts its claims. */
final class ArticleReader {
  private final List<Sentence> sentences;
  private final Focus focus;
  private final Actors actors;
  private final Context context;
  private final About about;
  private final Slots slots;
  private final Echoes echoes;
  private final LocalDate published;
  private final List<Draft> drafts = new ArrayList<>();

  ArticleReader(Language language, ArticleText article) {
    var annotator = new Annotator(language, article);
    this.sentences = annotator.sentences();
    Sentence title = annotator.title();
    this.focus = new Focus(main(title));
    this.actors = new Actors(focus);
    this.context = new Context(title, sentences);
    this.echoes = new Echoes(article);
    this.published = article.publishedOn();
    this.about = new About(context);
    this.slots = new Slots(article, context, about);
  }

  List<Draft> read() {
    if (context.topic() == null) {
      return drafts;
    }
    for (Sentence sentence : sentences) {
      if (!sentence.heading()) {
        read(sentence);
      }
    }
    var days = new Days(published, sentences);
    for (Draft draft : drafts) {
      if (draft.announcedOn.equals(AnnouncedOn.UNKNOWN) && draft.kind != Kind.PERMISSION) {
        draft.announcedOn = days.beside(draft);
        draft.mention = slots.mention(draft);
      }
    }
    return drafts;
  }

  private void read(Sentence sentence) {
    List<Verb> verbs = Clauses.of(sentence);
    var finder = new SubjectFinder(sentence, verbs);
    List<Act> acts = new ArrayList<>(new KindRules(sentence, verbs).acts());
    acts.addAll(
        new StanceRules(sentence, verbs, context.code(), context.lawBefore(sentence)).acts());
    acts.addAll(new Commitments(sentence, verbs, context.code()).acts());
    acts.addAll(new UserRules(sentence, verbs).acts());
    focus.begin(sentence);
    Source source = new Source(sentence);
    for (Verb verb : verbs) {
      Actor actor = actor(sentence, verb, verbs, finder);
      for (Act act : acts) {
        if (act.verb() == verb) {
          draft(sentence, act, actorOf(sentence, act, actor, finder));
        }
      }
      if (verb.finite()) {
        focus.remember(actor);
        source.hear(verb, actor);
      }
    }
    Echoes.end(sentence, verbs, finder, drafts);
    drafts.addAll(echoes.added(sentence, drafts));
    for (Draft draft : drafts) {
      if (draft.sentence == sentence.index()) {
        source.attribute(draft);
      }
    }
    drafts.removeIf(
        draft ->
            draft.sentence == sentence.index()
                && draft.modality == Modality.CONSIDERED
                && draft.attribution == Attribution.THIRD_PARTY);
  }

  private Actor actor(Sentence sentence, Verb verb, List<Verb> verbs, SubjectFinder finder) {
    List<SubjectFinder.Phrase> subject = finder.subject(verb);
    Actor actor = actors.of(sentence, subject);
    if (Actors.isSelf(sentence, subject)) {
      Actor named = sayer(sentence, verbs, finder);
      actor = named.isCompany() || named.outsider() ? named : actor;
    }
    if (subject.isEmpty() && verb.first() == 0 && verb.finite()) {
      actor = Actor.meant(focus.company());
    }
    return actor;
  }

  /** Who says what is quoted: '"We stop", the company wrote'. */
  private Actor sayer(Sentence sentence, List<Verb> verbs, SubjectFinder finder) {
    for (Verb verb : verbs) {
      List<SubjectFinder.Phrase> subject = finder.subject(verb);
      if (verb.finite() && verb.means(VerbClass.SAY) && !Actors.isSelf(sentence, subject)) {
        return actors.of(sentence, subject);
      }
    }
    return Actor.NOBODY;
  }

  /** In the passive the company is the agent, else the owner of what is acted on, else in focus. */
  private Actor actorOf(Sentence sentence, Act act, Actor subject, SubjectFinder finder) {
    if (act.kind() == Kind.COMMITMENT && !subject.isCompany()) {
      return new Actor(List.copyOf(Commitments.givers(sentence, act)), false, true, false);
    }
    if (!act.verb().passive()) {
      boolean ordered = act.verb().governor() >= 0 && subject.outsider();
      boolean rule =
          act.from() < act.verb().first() && act.kind() != Kind.LOBBYING_STANCE && !ordered;
      return rule && !subject.isCompany() ? actors.behindRule(sentence) : subject;
    }
    return actors.behindPassive(sentence, act.verb(), finder.subject(act.verb()));
  }

  private void draft(Sentence sentence, Act act, Actor actor) {
    for (String company : actor.companies()) {
      for (Technology technology : about.technologies(sentence, act, company)) {
        Draft draft = slots.draft(sentence, act, company, technology);
        draft.strength -= doubt(actor, draft);
        drafts.add(draft);
        if (draft.target == null && draft.jurisdiction != null) {
          List<String> places = Places.all(sentence, act);
          places.stream().skip(1).forEach(place -> drafts.add(draft.in(place)));
        }
        if (Activities.alsoDevelopment(sentence, act) && draft.activity == Activity.PROVISION) {
          Draft development = slots.draft(sentence, act, company, technology);
          development.activity = Activity.DEVELOPMENT;
          drafts.add(development);
        }
      }
    }
  }

  /** "All three decided to pause sales" tells too little of each to move a position. */
  private static double doubt(Actor actor, Draft draft) {
    boolean sweeping = actor.companies().size() > 1 && !actor.named();
    boolean stops =
        draft.kind == Kind.PAUSE || draft.kind == Kind.BAN || draft.kind == Kind.WITHDRAWAL;
    if (sweeping && stops && draft.audience == Audience.GENERAL) {
      return 0.4;
    }
    return actor.named() ? 0 : 0.03;
  }

  private String main(Sentence title) {
    String first = firstCompany(title);
    for (int i = 0; first == null && i < sentences.size(); i++) {
      first = firstCompany(sentences.get(i));
    }
    return first;
  }

  private static String firstCompany(Sentence sentence) {
    return sentence.companies().stream()
        .filter(
            found ->
                found.value().company() != null && found.value().role() != Companies.Role.PRODUCT)
        .map(found -> found.value().company())
        .findFirst()
        .orElse(null);
  }

  Focus focus() {
    return focus;
  }

  Context context() {
    return context;
  }

  List<Sentence> sentences() {
    return sentences;
  }
}
