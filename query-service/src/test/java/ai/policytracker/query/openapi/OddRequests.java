package ai.policytracker.query.openapi;

import ai.policytracker.query.openapi.Route.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Requests with values that nobody should send, the same ones for the same seed. */
final class OddRequests {
  /** Sent as they are: what a client's own encoding would never let through. */
  private static final List<String> RAW =
      List.of(
          "%", "%zz", "%C0%AF", "%ED%A0%80", "%FF", "%00", "+", "&&", "=", "%25%30%30", "%u0041");

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "0",
          "-0",
          "-1",
          "1e9",
          "NaN",
          "Infinity",
          "0x10",
          "1.5",
          "00100",
          "١٢٣",
          "null",
          "true",
          "9223372036854775807",
          "9223372036854775808",
          "999999999999999999",
          "4294967296",
          "2147483648",
          "2020-02-30",
          "2020-6-1",
          "20200612",
          "0000-00-00",
          "0001-01-01",
          "9999-12-31",
          "10000-01-01",
          "+10000-01-01",
          "-0001-01-01",
          "-999999999-01-01",
          "+999999999-12-31",
          "2020-W24-5",
          "2020-06-12T10:00:00",
          "2020-06-12T10:00:00Z",
          "2020-06-12T24:00:00Z",
          "2020-06-12T23:59:60Z",
          "2020-06-12T10:00:00.123456789Z",
          "2020-06-12T10:00:00+18:00",
          "2020-06-12T10:00:00+19:00",
          "0001-01-01T00:00:00+14:00",
          "9999-12-31T23:59:59.999999999Z",
          "+1000000000-12-31T23:59:59Z",
          "1970-01-01T00:00:00Z",
          "T",
          "US-",
          "us",
          "EU-XX",
          "XX-123456",
          "facial_recognition",
          "FACIAL_RECOGNITION",
          "general,military",
          "*",
          "a",
          "A-b",
          "--",
          "-a",
          "a-",
          "a--b",
          "a/b",
          "../../etc/passwd",
          "..;/",
          ";a=b",
          "a;b=c",
          "'",
          "''--",
          "\\",
          "\"",
          "' OR '1'='1",
          "1); DROP TABLE feed; --",
          "$1",
          "?",
          "#",
          "%s%n",
          "${env:HOME}",
          "#{1+1}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "=1+1",
          "@A1",
          "\u0000",
          "\r\nX-Injected: 1",
          "\t",
          "\u202e",
          "\u2028",
          "é",
          "e\u0301",
          "\uD83D\uDE00",
          "\uFFFF",
          "İ",
          "ß");

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Accept",
              List.of("", "*/*", "text/html", "image/*;q=x", "application/json;q=2", ",,,", "/"),
          "Accept-Encoding", List.of("gzip", "identity;q=0", "*;q=0", "br, zip", "gzip;q=nan"),
          "Accept-Datetime", List.of("", "x", "Thu, 32 Foo 2020 10:00:00 GMT", "2020-06-12"),
          "If-None-Match", List.of("*", "\"", "W/", "W/\"x\"", "x, y", "\"a\", W/\"b\""),
          "If-Modified-Since", List.of("x", "Thu, 01 Jan 1970 00:00:00 GMT"),
          "Last-Event-ID", List.of("-1", "x", "99999999999999999999", "1.5"),
          "Range", List.of("bytes=0-", "bytes=9-1", "x"),
          "Content-Type", List.of("x", "application/json, text/html", ";"),
          "Origin", List.of("null", "x", "https://evil.example"));

  private final List<Route> routes;

  OddRequests(List<Route> routes) {
    this.routes = routes;
  }

  /** A request; its path and query are encoded. */
  record Request(String pathAndQuery, Map<String, String> headers) {}

  Request of(long seed) {
    Random random = new Random(seed);
    Route route = any(routes, random);
    String path = route.path();
    List<String> query = new ArrayList<>();
    Map<String, String> headers = new TreeMap<>();
    for (Parameter parameter : route.parameters()) {
      switch (parameter.in()) {
        case "path" -> path = path.replace("{" + parameter.name() + "}", inPath(parameter, random));
        case "query" -> addSometimes(query, parameter, random);
        default -> {
          if (random.nextInt(3) == 0) {
            headers.put(parameter.name(), printable(value(parameter, random)));
          }
        }
      }
    }
    if (random.nextInt(20) == 0) {
      query.add(encoded(odd(random)) + "=" + encoded(odd(random)));
    }
    if (random.nextInt(4) == 0) {
      String header = any(HEADERS.keySet().stream().sorted().toList(), random);
      headers.put(header, any(HEADERS.get(header), random));
    }
    Collections.shuffle(query, random);
    return new Request(path + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers);
  }

  private static void addSometimes(List<String> query, Parameter parameter, Random random) {
    if (random.nextInt(5) < 2) {
      query.add(parameter.name() + "=" + encoded(value(parameter, random)));
    }
    if (random.nextInt(60) == 0) {
      query.add(parameter.name());
    }
    if (random.nextInt(40) == 0) {
      query.add(parameter.name() + "=" + any(RAW, random));
    }
  }

  /** Now and then one that fits, so that the others of the request are read at all. */
  private static String value(Parameter parameter, Random random) {
    boolean fits = !parameter.fitting().isEmpty() && random.nextInt(2) == 0;
    return fits ? any(parameter.fitting(), random) : odd(random);
  }

  private static String odd(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> any(ODD, random).repeat(1 + random.nextInt(300));
      case 1 -> noise(random);
      case 2 -> cursor(random);
      case 3 -> any(ODD, random) + any(ODD, random);
      default -> any(ODD, random);
    };
  }

  /** What looks like the place in a list, and what almost does. */
  private static String cursor(Random random) {
    String list = any(List.of("companies", "changes", "", "positions", "x"), random);
    byte[] place = (list + ":" + any(ODD, random)).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder()
        .encodeToString(place)
        .replace("=", random.nextBoolean() ? "=" : "");
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    random
        .ints(1 + random.nextInt(40), 1, Character.MAX_CODE_POINT)
        .filter(point -> !Character.isSurrogate((char) point) || point > Character.MAX_VALUE)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String inPath(Parameter parameter, Random random) {
    return random.nextInt(40) == 0
        ? any(RAW, random)
        : encoded(value(parameter, random)).replace("+", "%20");
  }

  private static String printable(String value) {
    return value.replaceAll("[^ -~]", "?");
  }
}
