package ai.policytracker.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a policy is about. On the wire a slug: {@code facial-recognition}. */
public enum Technology implements Slug {
  FACIAL_RECOGNITION,
  EMOTION_RECOGNITION,
  /** Chatbots, language models, image generators. */
  GENERATIVE_AI,
  /** Deepfakes, cloned voices, AI-made political advertisements. */
  SYNTHETIC_MEDIA,
  /** Predictive policing and AI surveillance other than faces. */
  SURVEILLANCE,
  /** Weapons and military AI. */
  AUTONOMOUS_WEAPONS,
  AUTONOMOUS_VEHICLES,
  /** Hiring, credit, moderation. */
  AUTOMATED_DECISIONS,
  GENERAL_AI;

  private final String slug = Slug.of(this);

  @Override
  @JsonValue
  public String slug() {
    return slug;
  }

  @JsonCreator
  public static Technology fromSlug(String slug) {
    return Slug.parse(Technology.class, slug);
  }
}
