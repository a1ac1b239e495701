package ai.policytracker.query.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked for, written so that two ways to ask for it are one.
 *
 * @param authority host and port as asked for: links in the answer may begin with it
 * @param query its parameters in their order by name, as given; empty where there are none
 */
record Address(String authority, String path, String query, Format format) {
  private static final int DIGEST_BYTES = 8;
  private static final Pattern OF_COMPANY =
      Pattern.compile("/v1/companies/([a-z0-9-]{1,100})(?:/.*)?");

  static Address of(String authority, String path, String query, Format format) {
    if (query == null || query.isEmpty()) {
      return new Address(authority, path, "", format);
    }
    if (query.indexOf('&') < 0) {
      return new Address(authority, path, query, format);
    }
    String[] parameters = query.split("&");
    Arrays.sort(parameters);
    return new Address(authority, path, String.join("&", parameters), format);
  }

  /** Names the answer's place in memory. */
  String key() {
    return format.ordinal() + authority + path + "?" + query;
  }

  /** Names it in ETags: the same for every host, and for no other address. */
  String digest() {
    String asked = format.ordinal() + path + "?" + query;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  boolean has(String parameter) {
    int at = query.indexOf(parameter + "=");
    return at == 0 || (at > 0 && query.charAt(at - 1) == '&') || laterHas(parameter, at);
  }

  /** The name may end another one's name first. */
  private boolean laterHas(String parameter, int at) {
    return at > 0 && query.contains("&" + parameter + "=");
  }

  /** The company that alone can change the answer; empty where any can. */
  Optional<String> company() {
    Matcher company = OF_COMPANY.matcher(path);
    return company.matches() ? Optional.of(company.group(1)) : Optional.empty();
  }
}
