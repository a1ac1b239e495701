package ai.policytracker.policyservice.process;

import ai.policytracker.policy.Subject;
import ai.policytracker.policy.SubjectFold;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * Folded subjects of the companies that were heard of lately. A transaction takes a company out and
 * puts it back after its commit, so what a rollback has touched is gone. What another instance has
 * moved since shows by the company's version.
 */
@ApplicationScoped
class CompanyCache {
  private record Entry(long version, long generation, Map<Subject, SubjectFold> subjects) {
    private int weight() {
      return 1 + subjects.values().stream().mapToInt(s -> SUBJECT_CLAIMS + s.size()).sum();
    }
  }

  /** A folded claim with its part of the structures around it, measured by ./tracker bench fold. */
  private static final long CLAIM_BYTES = 1_200;

  /** A subject's own structures take as much as this many claims: most subjects have few. */
  private static final int SUBJECT_CLAIMS = 4;

  /** What is in flight needs the rest: with a third, 96 MB ran out under a backlog. */
  private static final int PART_OF_HEAP = 4;

  private final Cache<String, Entry> companies;

  CompanyCache(ProcessSettings settings) {
    companies =
        Caffeine.newBuilder()
            .maximumWeight(
                settings
                    .cachedClaims()
                    .orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP / CLAIM_BYTES))
            .weigher((String company, Entry entry) -> entry.weight())
            .build();
  }

  /** To be changed by the caller; empty where nothing current is cached. */
  Map<Subject, SubjectFold> take(String company, long version, long generation) {
    Entry entry = companies.asMap().remove(company);
    return entry != null && entry.version == version && entry.generation == generation
        ? entry.subjects
        : new HashMap<>();
  }

  void put(String company, long version, long generation, Map<Subject, SubjectFold> subjects) {
    companies.put(company, new Entry(version, generation, subjects));
  }
}
