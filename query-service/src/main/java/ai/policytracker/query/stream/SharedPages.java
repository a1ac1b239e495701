package ai.policytracker.query.stream;

import ai.policytracker.query.change.ChangeFilter;
import ai.policytracker.query.change.ChangeLog;
import ai.policytracker.query.change.ChangePage;
import ai.policytracker.query.change.ChangeTags;
import ai.policytracker.query.change.LoggedChange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Reads the newest changes once for all streams: those at one place share the page that follows.
 */
@ApplicationScoped
class SharedPages {
  private static final int PAGE = 200;
  private static final int PAGES = 32;
  private static final Duration KEPT = Duration.ofSeconds(5);

  /** Further from the head, a stream reads by itself and lets PostgreSQL filter. */
  private static final long NEAR = 1_000;

  private final ChangeLog log;
  private final ObjectMapper mapper;
  private final AsyncCache<Place, Page> pages =
      Caffeine.newBuilder().maximumSize(PAGES).expireAfterWrite(KEPT).buildAsync();

  SharedPages(ChangeLog log, ObjectMapper mapper) {
    this.log = log;
    this.mapper = mapper;
  }

  private record Place(UUID epoch, long after) {}

  /** A change, written once. */
  record Item(long seq, ChangeTags tags, String json) {}

  /**
   * @param through all that have this seq or a smaller one are in this page or before it
   */
  record Page(UUID epoch, List<Item> items, long through) {}

  /**
   * @param head seq of the last change known
   */
  Uni<Page> after(UUID epoch, long after, long head, ChangeFilter filter) {
    return head - after > NEAR
        ? log.read(filter, after, PAGE).map(this::written)
        : Uni.createFrom()
            .completionStage(
                () ->
                    pages
                        .get(
                            new Place(epoch, after),
                            (place, executor) ->
                                log.read(ChangeFilter.ANY, after, PAGE)
                                    .map(this::written)
                                    .subscribeAsCompletionStage())
                        // A client that goes away takes its own copy with it, not the others'.
                        .copy());
  }

  private Page written(ChangePage page) {
    return new Page(
        page.epoch(), page.items().stream().map(this::written).toList(), page.through());
  }

  private Item written(LoggedChange logged) {
    try {
      return new Item(
          logged.seq(), ChangeTags.of(logged.change()), mapper.writeValueAsString(logged.view()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
