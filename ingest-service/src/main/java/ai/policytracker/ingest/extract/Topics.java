package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Technology;
import java.util.List;

/** What laws and pledges are about: what they name, else what the article is about. */
final class Topics {
  private static final List<String> MARKS = Words.phrases("marks");

  private final Context context;

  Topics(Context context) {
    this.context = context;
  }

  Technology ofPledge(Sentence sentence, Act act) {
    Technology practice = About.firstSpecific(sentence, act.from(), sentence.size());
    boolean marks = Words.holdAny(sentence.words(act.from(), sentence.size()), MARKS);
    if (marks && practice != Technology.SYNTHETIC_MEDIA) {
      return Technology.GENERATIVE_AI;
    }
    boolean packaged = act.activity() == Activity.DEVELOPMENT;
    return packaged || practice == null && context.topic() == null
        ? pledged(practice)
        : specific(practice);
  }

  Technology ofLaw(Technology stated) {
    Technology law = stated == null || stated == Technology.GENERAL_AI ? context.topic() : stated;
    boolean models = law == null || law == Technology.GENERATIVE_AI;
    return models ? Technology.GENERAL_AI : law;
  }

  /** A practice is about what the article is about, where it does not say. */
  private Technology specific(Technology stated) {
    return stated == null || stated == Technology.GENERAL_AI ? context.topic() : stated;
  }

  /** A package of pledges is about AI at large. */
  private static Technology pledged(Technology stated) {
    boolean many =
        stated == null
            || stated == Technology.GENERATIVE_AI
            || stated == Technology.AUTONOMOUS_WEAPONS
            || stated == Technology.SURVEILLANCE;
    return many ? Technology.GENERAL_AI : stated;
  }
}
