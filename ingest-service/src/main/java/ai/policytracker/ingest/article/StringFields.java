package ai.policytracker.ingest.article;

import ai.policytracker.shell.Problems;
import ai.policytracker.shell.Problems.FieldError;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One flat JSON object of strings, read from a stream: what is too long is never held in memory.
 *
 * @param values by name; a null counts as not given
 * @param errors unknown and repeated names, values that are no strings or hold characters that
 *     cannot be stored
 */
record StringFields(Map<String, String> values, List<FieldError> errors) {
  /** A body with more mistakes than this is not the work of somebody who reads them all. */
  private static final int MAX_ERRORS = 20;

  private static final String FOR_MANY = "send many, one a line, as application/x-ndjson";
  private static final int MAX_ECHOED_NAME_CHARS = 60;

  /** A character may be written with six (\\u0041), and there is more than one field. */
  private static final int BODY_BYTES_PER_CHAR = 8;

  /** Reads objects whose strings have at most so many characters. */
  static final class Reader {
    private final JsonFactory json;
    private final int maxStringChars;

    Reader(int maxStringChars) {
      this.maxStringChars = maxStringChars;
      this.json =
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(maxStringChars)
                      .maxDocumentLength((long) maxStringChars * BODY_BYTES_PER_CHAR)
                      .build())
              .build();
    }

    /**
     * Does not close the stream.
     *
     * @throws HttpProblem 400 where it is no JSON object, 413 where a string or the whole is too
     *     long
     * @throws IOException where the sender went away
     */
    StringFields read(InputStream body, Set<String> names) throws IOException {
      try (JsonParser parser = json.createParser(body)) {
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        return read(parser, names);
      } catch (CharConversionException e) {
        throw Problems.invalid("", "is no UTF-8; send JSON in UTF-8");
      }
    }

    private StringFields read(JsonParser parser, Set<String> names) throws IOException {
      StringFields fields = new StringFields(new LinkedHashMap<>(), new ArrayList<>());
      try {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw Problems.invalid("", "must be one JSON object; " + FOR_MANY);
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          takeField(parser, fields, names);
        }
        if (parser.nextToken() != null) {
          throw Problems.invalid("", "must end after one JSON object; " + FOR_MANY);
        }
        return fields;
      } catch (JsonProcessingException e) {
        throw refusal("", e);
      }
    }

    private void takeField(JsonParser parser, StringFields fields, Set<String> names)
        throws IOException {
      String name = parser.currentName();
      try {
        fields.take(parser, name, names);
      } catch (JsonProcessingException e) {
        throw refusal(pointer(name), e);
      }
    }

    private HttpProblem refusal(String pointer, JsonProcessingException e) {
      if (e instanceof StreamConstraintsException) {
        return Problems.tooLarge(
            pointer,
            "is too long, or nested too deeply; a field may have %d characters"
                .formatted(maxStringChars));
      }
      return Problems.invalid(
          pointer,
          "broken JSON at line %d, column %d; check quotes, commas, braces and escapes there"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private void take(JsonParser parser, String name, Set<String> names) throws IOException {
    JsonToken token = parser.nextToken();
    if (!names.contains(name)) {
      reject(name, "is not known here; the fields are " + String.join(", ", names));
      parser.skipChildren();
    } else if (values.containsKey(name)) {
      reject(name, "is given twice; send it once");
      parser.skipChildren();
    } else if (token == JsonToken.VALUE_NULL) {
      values.put(name, null);
    } else if (token == JsonToken.VALUE_STRING) {
      values.put(name, storable(name, parser.getText()));
    } else {
      reject(name, "must be a string");
      parser.skipChildren();
    }
  }

  /** PostgreSQL holds no NUL, UTF-8 no half of a surrogate pair. */
  private String storable(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        reject(name, "has a NUL character at offset %d; remove it".formatted(i));
        return value;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        reject(
            name,
            "has half of a surrogate pair at offset %d; send the whole character".formatted(i));
        return value;
      }
    }
    return value;
  }

  private void reject(String name, String detail) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(new FieldError(pointer(name), detail));
    }
  }

  private static String pointer(String name) {
    String echoed =
        name.length() <= MAX_ECHOED_NAME_CHARS
            ? name
            : name.substring(0, MAX_ECHOED_NAME_CHARS) + "...";
    return "/" + echoed.replace("~", "~0").replace("/", "~1");
  }
}
