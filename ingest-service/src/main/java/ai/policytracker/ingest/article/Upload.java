package ai.policytracker.ingest.article;

import ai.policytracker.shell.ServiceProblems;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * One upload: a thread reads lines and starts work on them, the caller's thread writes answers in
 * the order of the lines. Neither runs further ahead of the other than the window allows, so memory
 * is bounded by it.
 */
final class Upload {
  private static final Logger LOG = Logger.getLogger(Upload.class);

  private final SubmissionReader reader;
  private final ArticleIntake intake;

  /** Answers to be, in the order of the lines; an empty one ends them. */
  private final BlockingQueue<CompletableFuture<Optional<LineAnswer>>> answers;

  /** By article and by address; used by the reading thread alone. */
  private final Map<String, CompletableFuture<?>> inWork = new HashMap<>();

  Upload(SubmissionReader reader, ArticleIntake intake, int window) {
    this.reader = reader;
    this.intake = intake;
    this.answers = new ArrayBlockingQueue<>(window);
  }

  /** Returns when all lines are answered, or nobody is there any more to be answered. */
  void run(InputStream body, ObjectWriter json, OutputStream out) {
    Thread lines = Thread.ofVirtual().name("upload").start(() -> readLines(body));
    try {
      Optional<LineAnswer> answer = answers.take().get();
      while (answer.isPresent()) {
        out.write(json.writeValueAsBytes(answer.get()));
        out.write('\n');
        out.flush();
        answer = answers.take().get();
      }
    } catch (IOException e) {
      LOG.infof("the sender of an upload went away: %s", e.getMessage());
    } catch (ExecutionException e) {
      LOG.infof("an upload ended early: %s", e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lines.interrupt();
    }
  }

  private void readLines(InputStream body) {
    try {
      CompletableFuture<Optional<LineAnswer>> end = new CompletableFuture<>();
      try {
        LineStream lines = new LineStream(body);
        while (lines.next()) {
          answers.put(answer(lines));
        }
        end.complete(Optional.empty());
      } catch (IOException | UncheckedIOException e) {
        end.completeExceptionally(e);
      } finally {
        // Whatever ended this thread, the other one must not wait for it.
        end.completeExceptionally(new IOException("the lines could not be read"));
        answers.put(end);
      }
    } catch (InterruptedException e) {
      // The writing side has ended: nobody waits for answers any more.
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<Optional<LineAnswer>> answer(LineStream lines) {
    int line = lines.number();
    try {
      Submission post = reader.article(lines);
      awaitEarlier(post);
      CompletableFuture<Optional<LineAnswer>> answer =
          intake
              .receive(post)
              .map(receipt -> LineAnswer.taken(line, receipt))
              .onFailure()
              .recoverWithItem(failure -> LineAnswer.refused(line, problem(line, failure)))
              .map(Optional::of)
              .subscribeAsCompletionStage();
      inWork.put(post.articleId(), answer);
      if (post.address() != null) {
        inWork.put(post.address(), answer);
      }
      return answer;
    } catch (HttpProblem refusal) {
      return CompletableFuture.completedFuture(Optional.of(LineAnswer.refused(line, refusal)));
    }
  }

  /** Of two lines about one article or one page the later one has the last word. */
  private void awaitEarlier(Submission post) {
    inWork.values().removeIf(CompletableFuture::isDone);
    for (String subject : Arrays.asList(post.articleId(), post.address())) {
      CompletableFuture<?> earlier = inWork.get(subject);
      if (earlier != null) {
        earlier.join();
      }
    }
  }

  private static HttpProblem problem(int line, Throwable failure) {
    if (failure instanceof HttpProblem problem) {
      return problem;
    }
    LOG.errorf(failure, "line %d of an upload failed", line);
    return ServiceProblems.fault();
  }
}
