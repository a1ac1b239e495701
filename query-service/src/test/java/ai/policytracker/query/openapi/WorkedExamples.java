package ai.policytracker.query.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with blocks of requests, each followed by the block of its answer. */
record WorkedExamples(String text) {
  static final Path PAGE = Path.of("..", "docs", "api.md");

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```http\\nGET (?<address>\\S+)\\n```\\n\\n```(?:json|text)\\n(?<answer>.*?)```",
          Pattern.DOTALL);

  /**
   * @param answer with the line break at its end
   */
  record Example(String address, String answer) {}

  static WorkedExamples read() throws IOException {
    return new WorkedExamples(Files.readString(PAGE));
  }

  List<Example> all() {
    return EXAMPLE.matcher(text).results().map(WorkedExamples::example).toList();
  }

  private static Example example(MatchResult found) {
    return new Example(found.group("address"), found.group("answer"));
  }

  /**
   * @param answers by address
   */
  WorkedExamples with(UnaryOperator<String> answers) {
    return new WorkedExamples(
        EXAMPLE
            .matcher(text)
            .replaceAll(
                found -> {
                  String answer = answers.apply(found.group("address"));
                  String language = answer.startsWith("{") ? "json" : "text";
                  return Matcher.quoteReplacement(
                      "```http\nGET %s\n```\n\n```%s\n%s```"
                          .formatted(found.group("address"), language, answer));
                }));
  }
}
