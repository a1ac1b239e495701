package ai.policytracker.policyservice.process;

import ai.policytracker.policy.SubjectState;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Folded state as it is stored. */
final class StateJson {
  private StateJson() {}

  static String text(Record value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of the domain are always writable", e);
    }
  }

  static SubjectState read(String json) {
    try {
      return Json.MAPPER.readValue(json, SubjectState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored state is unreadable; refold it", e);
    }
  }
}
