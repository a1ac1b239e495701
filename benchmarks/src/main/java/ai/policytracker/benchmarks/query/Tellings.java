package ai.policytracker.benchmarks.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * When claims about one company become known: its announcements evenly over the time that is
 * recorded, the further claims on each within days.
 *
 * @param inOrder by time, each at a time of its own
 */
record Tellings(List<Claim> inOrder) {

  /**
   * A claim, which causes one change.
   *
   * @param announcement number of it, from 0; a lower one begins earlier
   * @param subject number of it, from 0
   */
  record Claim(long micros, int announcement, int subject) {}

  /** What is announced, until it is clear when. */
  private record Announced(int subject, int claims) {}

  /**
   * @param versions of positions that the claims cause: each one a new one, and the first one of an
   *     announcement also one that ends the announcement before it
   */
  static Tellings of(int versions, int subjects, RecordedTimes times, Random random) {
    List<Announced> announced = announced(versions, subjects, random);
    List<Claim> claims = new ArrayList<>();
    for (int number = 0; number < announced.size(); number++) {
      Announced one = announced.get(number);
      long first = RecordedTimes.SPAN.toSeconds() * 1_000_000 / announced.size() * number;
      claims.add(new Claim(first, number, one.subject()));
      Duration longest = RecordedTimes.SPAN.minusNanos(first * 1_000);
      for (int further = 1; further < one.claims(); further++) {
        long delay = Telling.delay(random, longest).toNanos() / 1_000;
        claims.add(new Claim(first + 1 + delay, number, one.subject()));
      }
    }
    long[] order =
        IntStream.range(0, claims.size()).mapToLong(i -> claims.get(i).micros()).toArray();
    Integer[] places = IntStream.range(0, order.length).boxed().toArray(Integer[]::new);
    Arrays.sort(places, (a, b) -> Long.compare(order[a], order[b]));
    List<Claim> inOrder = new ArrayList<>(places.length);
    long last = -1;
    for (int place : places) {
      Claim claim = claims.get(place);
      last = times.after(last, claim.micros());
      inOrder.add(new Claim(last, claim.announcement(), claim.subject()));
    }
    return new Tellings(inOrder);
  }

  private static List<Announced> announced(int versions, int subjects, Random random) {
    List<Announced> announced = new ArrayList<>();
    int left = versions;
    while (left > 0) {
      // The first ones open the subjects.
      int number = announced.size();
      boolean opens = number < subjects;
      int subject = opens ? number : random.nextInt(subjects);
      int claims = Math.clamp(left - (opens ? 0 : 1), 1, Telling.claims(random));
      left -= claims + (opens ? 0 : 1);
      announced.add(new Announced(subject, claims));
    }
    return announced;
  }
}
