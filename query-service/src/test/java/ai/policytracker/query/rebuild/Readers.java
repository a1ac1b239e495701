package ai.policytracker.query.rebuild;

import ai.policytracker.query.Api;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Ask the same questions over and over, and notice each answer that differs from the first one. */
final class Readers implements AutoCloseable {
  private static final int READERS = 4;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong asked = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(READERS);
  private volatile boolean done;

  private Readers() {}

  /**
   * @param questions whose answers may differ in the known time and in how far all is known alone
   */
  static Readers of(List<String> questions) {
    Readers readers = new Readers();
    questions.forEach(question -> readers.answers.put(question, answer(question)));
    IntStream.range(0, READERS).forEach(i -> readers.threads.execute(() -> readers.ask(questions)));
    return readers;
  }

  private void ask(List<String> questions) {
    while (!done) {
      for (String question : questions) {
        String answer = answer(question);
        if (!answer.equals(answers.get(question))) {
          wrong.add(question + ": " + answer + " instead of " + answers.get(question));
        }
        asked.incrementAndGet();
      }
    }
  }

  private static String answer(String question) {
    Response response = Api.ask(question);
    String body =
        response
            .asString()
            .replaceFirst("\"knownAt\":\"[^\"]*\",\"final\":(true|false),\"seq\":\\d+", "")
            .replaceFirst("\"seq\":\\d+}$", "");
    return response.statusCode() + " " + body;
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  long asked() {
    return asked.get();
  }

  /** Waits for the last answers; {@link ExecutorService#close} gives up only when interrupted. */
  @Override
  public void close() {
    done = true;
    threads.close();
  }
}
