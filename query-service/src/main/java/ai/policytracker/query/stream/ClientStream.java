package ai.policytracker.query.stream;

import ai.policytracker.query.change.ChangeFilter;
import ai.policytracker.query.change.FeedCursor;
import ai.policytracker.query.feed.FeedHead;
import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.query.stream.StreamEvent.Changed;
import ai.policytracker.query.stream.StreamEvent.Heartbeat;
import ai.policytracker.query.stream.StreamEvent.Reason;
import ai.policytracker.query.stream.StreamEvent.Reset;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * One client's way along the feed. It takes the next step when the client has taken all events of
 * the last one: what waits for a slow client is one page, which streams share.
 */
final class ClientStream {
  /** So far this process may be behind the one whose answer the client has its place from. */
  private static final Duration LONGEST_LAG = Duration.ofSeconds(2);

  private final FeedTail tail;
  private final SharedPages pages;
  private final StreamSettings settings;
  private final ChangeFilter filter;
  private FeedCursor place;
  private boolean greeted;
  private long sentAt;

  /**
   * @param place null for the newest change
   */
  ClientStream(
      FeedTail tail,
      SharedPages pages,
      StreamSettings settings,
      ChangeFilter filter,
      FeedCursor place) {
    this.tail = tail;
    this.pages = pages;
    this.settings = settings;
    this.filter = filter;
    this.place = place;
  }

  /**
   * @param ended the process ends; the client comes back to another one
   */
  record Step(List<StreamEvent> events, boolean ended) {
    private static final Step END = new Step(List.of(), true);

    static Step of(StreamEvent... events) {
      return new Step(List.of(events), false);
    }
  }

  Uni<Step> next() {
    return tail.known()
        .flatMap(head -> tail.isClosed() ? Uni.createFrom().item(Step.END) : next(head))
        .invoke(
            step -> {
              if (!step.events().isEmpty()) {
                sentAt = System.nanoTime();
              }
            });
  }

  private Uni<Step> next(FeedHead head) {
    if (place == null || place.epoch() == null) {
      place = new FeedCursor(head.epochName(), place == null ? head.seq() : place.seq());
    }
    if (!place.isOf(head.epoch())) {
      return Uni.createFrom().item(reset(Reason.EPOCH, 0, head));
    }
    if (head.seq() - place.seq() > settings.mostBehind()) {
      return Uni.createFrom().item(reset(Reason.BEHIND, place.seq(), head));
    }
    if (!greeted) {
      greeted = true;
      return Uni.createFrom().item(Step.of(new Heartbeat(place.eventId())));
    }
    if (head.seq() < place.seq()) {
      return resetUnlessReached();
    }
    return head.seq() > place.seq()
        ? pages.after(head.epoch(), place.seq(), head.seq(), filter).flatMap(this::step)
        : news();
  }

  private Step reset(Reason reason, long after, FeedHead head) {
    place = new FeedCursor(head.epochName(), head.seq());
    greeted = true;
    return Step.of(new Reset(place.eventId(), reason, after, head.seq()));
  }

  private Uni<Step> step(SharedPages.Page page) {
    if (!place.isOf(page.epoch()) || page.through() <= place.seq()) {
      // Begun anew, or being filled again: the tail will tell.
      return Uni.createFrom()
          .item(Step.of(new Heartbeat(place.eventId())))
          .onItem()
          .delayIt()
          .by(settings.heartbeat());
    }
    String epoch = place.epoch();
    List<StreamEvent> events =
        page.items().stream()
            .filter(item -> item.seq() > place.seq() && filter.matches(item.tags()))
            .<StreamEvent>map(
                item -> new Changed(FeedCursor.eventId(item.seq(), epoch), item.json()))
            .toList();
    place = new FeedCursor(epoch, page.through());
    return Uni.createFrom().item(events.isEmpty() ? heartbeatIfDue() : new Step(events, false));
  }

  private Step heartbeatIfDue() {
    return System.nanoTime() - sentAt < settings.heartbeat().toNanos()
        ? Step.of()
        : Step.of(new Heartbeat(place.eventId()));
  }

  private Uni<Step> news() {
    return waited(place.seq() + 1, settings.heartbeat())
        .map(
            waited ->
                tail.head().seq() > place.seq() || tail.isClosed()
                    ? Step.of()
                    : Step.of(new Heartbeat(place.eventId())));
  }

  /** The place is one that the feed has not come to. */
  private Uni<Step> resetUnlessReached() {
    return waited(place.seq(), LONGEST_LAG)
        .map(
            waited ->
                tail.head().seq() < place.seq() && tail.isCurrent()
                    ? reset(Reason.AHEAD, 0, tail.head())
                    : Step.of());
  }

  private Uni<Void> waited(long seq, Duration longest) {
    return tail.reached(seq).ifNoItem().after(longest).recoverWithItem((Void) null);
  }
}
