package ai.policytracker.wire;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What earlier versions wrote, in the form of the current one: a step for each version. */
final class Upcasters {
  private Upcasters() {}

  /** Changes {@code content} in place, from {@code version} to the type's current one. */
  static void raise(WireType type, int version, ObjectNode content)
      throws UnreadableEventException {
    for (int from = version; from < type.version(); from++) {
      if (type.event() == ClaimAnnounced.class) {
        readingIsTheFirst(content);
      } else if (type.event() == ClaimRetracted.class) {
        companyInsteadOfSubject(content);
      } else {
        throw new IllegalStateException("no step from version " + from + " of " + type.name());
      }
    }
  }

  /** 1 to 2: {@code rereading} came. What version 1 wrote for known articles reads as news. */
  static void readingIsTheFirst(ObjectNode content) throws UnreadableEventException {
    if (content.has("rereading")) {
      throw new UnreadableEventException("rereading: came with version 2");
    }
    content.put("rereading", false);
  }

  /** 1 to 2: the company alone, since the store knows the claim's subject. */
  private static void companyInsteadOfSubject(ObjectNode content) throws UnreadableEventException {
    JsonNode subject = content.remove("subject");
    if (subject == null || !subject.path("company").isTextual() || content.has("company")) {
      throw new UnreadableEventException("subject: must name a company");
    }
    content.set("company", subject.get("company"));
  }
}
