package ai.policytracker.shell;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Refuses addresses that are none, and says where. */
final class ReadableAddresses {
  /** Of path and query; room for a list of 500 companies. */
  static final int LONGEST = 16_384;

  private ReadableAddresses() {}

  /**
   * @param address path and query as they were sent
   */
  static Optional<HttpProblem> refusal(String address) {
    if (address.length() > LONGEST) {
      return Optional.of(
          Problems.addressTooLong("must have at most " + LONGEST + " characters with its query"));
    }
    try {
      new URI(address);
      return Optional.empty();
    } catch (URISyntaxException e) {
      int at = Math.max(0, Math.min(e.getIndex(), address.length() - 1));
      return Optional.of(Problems.invalid(pointer(address, at), detail(address, at)));
    }
  }

  /** Name of the parameter at that place, as it was sent; else the path. */
  private static String pointer(String address, int at) {
    int query = address.indexOf('?');
    if (query < 0 || at <= query) {
      return "path";
    }
    int start = 1 + Math.max(query, address.lastIndexOf('&', at));
    String parameter = address.substring(start).split("[=&]", 2)[0];
    return parameter.matches("[A-Za-z]{1,50}") ? parameter : "query";
  }

  private static String detail(String address, int at) {
    return address.charAt(at) == '%'
        ? "has a percent sign that no two hexadecimal digits follow; a percent sign itself is %25"
        : "has a character that must be percent-encoded: U+%04X".formatted(address.codePointAt(at));
  }
}
