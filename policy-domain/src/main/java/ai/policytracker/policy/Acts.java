package ai.policytracker.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Which claims of one family are about the same act, kept as claims come and go. Most have claims
 * of one or two layers only; the others are made when they are needed.
 */
final class Acts implements Grouping {
  private final Placement placement;
  private final DayClaims days;
  private CoarseClaims months;
  private CoarseClaims years;
  private PublishedClaims published;
  private DatelessClaims dateless;

  Acts(Sources sources) {
    placement = new Placement(sources);
    days = new DayClaims(placement);
  }

  @Override
  public Placement placement() {
    return placement;
  }

  @Override
  public void add(ClaimEntry claim) {
    switch (Layer.of(claim)) {
      case DAY -> days.add(claim);
      case MONTH -> {
        if (months == null) {
          months = new CoarseClaims(placement, Layer.MONTH);
        }
        months.add(claim);
      }
      case YEAR -> {
        if (years == null) {
          years = new CoarseClaims(placement, Layer.YEAR);
        }
        years.add(claim);
      }
      case PUBLISHED -> {
        if (published == null) {
          published = new PublishedClaims(placement);
        }
        published.add(claim);
      }
      case DATELESS -> {
        if (dateless == null) {
          dateless = new DatelessClaims(placement);
        }
        dateless.add(claim);
      }
    }
  }

  @Override
  public void addAll(List<ClaimEntry> claims) {
    List<ClaimEntry> withDay = new ArrayList<>(claims.size());
    for (ClaimEntry claim : claims) {
      if (Layer.of(claim) == Layer.DAY) {
        withDay.add(claim);
      } else {
        add(claim);
      }
    }
    days.addAll(withDay);
  }

  @Override
  public void remove(ClaimEntry claim) {
    switch (Layer.of(claim)) {
      case DAY -> days.remove(claim);
      case MONTH -> months.remove(claim);
      case YEAR -> years.remove(claim);
      case PUBLISHED -> published.remove(claim);
      case DATELESS -> dateless.remove(claim);
    }
  }

  /** Each layer follows what the ones before it have moved. */
  @Override
  public void settle() {
    if (months != null) {
      months.settle();
    }
    if (years != null) {
      years.settle();
    }
    if (published != null) {
      published.settle();
    }
    if (dateless != null) {
      dateless.settle();
    }
  }
}
