package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Technology;
import java.util.List;

/** The pledge that an article is about is the same for all who sign it. */
final class Pledges {
  private Pledges() {}

  /** "Alpha and Beta have signed as well": what the first ones were said to have signed. */
  static void align(List<Draft> drafts) {
    Draft first = null;
    for (Draft draft : drafts) {
      if (draft.kind != Kind.COMMITMENT || draft.activity != Activity.DEVELOPMENT) {
        continue;
      }
      boolean bare =
          draft.technology == Technology.GENERAL_AI && draft.audience == Audience.GENERAL;
      if (first == null) {
        first = draft;
      } else if (bare && first.sentence < draft.sentence) {
        draft.technology = first.technology;
        draft.audience = first.audience;
      }
    }
  }
}
