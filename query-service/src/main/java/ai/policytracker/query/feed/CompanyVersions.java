package ai.policytracker.query.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** The version that each company has come to, of those last asked for or changed. */
final class CompanyVersions {
  private final Cache<String, Long> versions;

  CompanyVersions(int most) {
    versions = Caffeine.newBuilder().maximumSize(most).build();
  }

  Optional<Long> of(String company) {
    return Optional.ofNullable(versions.getIfPresent(company));
  }

  /** A version that was read earlier may be told later; they only grow. */
  void reached(String company, long version) {
    versions.asMap().merge(company, version, Math::max);
  }

  void forgetAll() {
    versions.invalidateAll();
  }
}
