package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Works out {@link Bounds} of a restriction: from run-time values when a scan runs, from literals
 * and {@link Unbound} stand-ins when it is planned.
 *
 * @param target where the rows are
 * @param columns the table's column names, for {@link Bounds#later}
 */
public record BoundsReader(
    ListCapability list,
    KeyRange keys,
    KnownTarget target,
    ImmutableList<String> columns,
    Object[] values) {
  private static final long DAY_MILLIS = 86_400_000;

  /** Times beyond this are treated as equal: far outside the range of an SQL timestamp. */
  private static final long FURTHEST = Long.MAX_VALUE / 4;

  /** Returns what a restriction leaves possible. */
  public Bounds read(Restriction restriction) {
    if (restriction instanceof Restriction.All all) {
      Bounds bounds = Bounds.ALL;
      for (Restriction part : all.parts()) {
        bounds = bounds.and(read(part));
      }
      return bounds;
    }
    if (restriction instanceof Restriction.Any any) {
      return any(any.parts());
    }
    if (restriction instanceof Restriction.Nothing) {
      return Bounds.NONE;
    }
    if (restriction instanceof Restriction.Holds holds) {
      Object value = values[holds.value()];
      return value instanceof Unbound || Boolean.TRUE.equals(value) ? Bounds.ALL : Bounds.NONE;
    }
    if (restriction instanceof Restriction.Equals equals) {
      return ofEquals(equals);
    }
    if (restriction instanceof Restriction.Is is) {
      return ofColumn(is.column(), is.value());
    }
    if (restriction instanceof Restriction.Differs differs) {
      return ofDiffers(differs);
    }
    if (restriction instanceof Restriction.Like like) {
      return ofLike(like);
    }
    if (restriction instanceof Restriction.Contains contains) {
      return ofContains(contains);
    }
    if (restriction instanceof Restriction.Truncates truncates) {
      return ofTruncates(truncates);
    }
    return restriction instanceof Restriction.Compares compares ? ofCompares(compares) : Bounds.ALL;
  }

  /** Halves the parts, so that no value is copied from set to set for each that follows. */
  private Bounds any(List<Restriction> parts) {
    int half = parts.size() / 2;
    return switch (parts.size()) {
      case 0 -> Bounds.NONE;
      case 1 -> read(parts.get(0));
      default -> any(parts.subList(0, half)).or(any(parts.subList(half, parts.size())));
    };
  }

  private Bounds ofEquals(Restriction.Equals equals) {
    Object value = values[equals.value()];
    if (value == null) {
      return Bounds.NONE; // NULL equals nothing.
    }
    Optional<String> known = known(equals.column());
    if (known.isPresent() && !(value instanceof Unbound)) {
      return known.get().equals(value.toString()) ? Bounds.ALL : Bounds.NONE;
    }
    Optional<ListCapability.ByPart> by =
        keys.isKey(equals.column()) ? Optional.empty() : byPart(equals.column());
    if (value instanceof Unbound && by.isPresent()) {
      return later(by.get(), value);
    }
    Bounds bounds = ofColumn(equals.column(), value.toString());
    return value instanceof Unbound ? bounds.asSymbolic() : bounds;
  }

  private Bounds ofDiffers(Restriction.Differs differs) {
    Object value = values[differs.value()];
    if (value == null) {
      return Bounds.NONE; // Nothing differs from NULL.
    }
    return known(differs.column()).filter(value.toString()::equals).isPresent()
        ? Bounds.NONE
        : Bounds.ALL;
  }

  /** What a column has in every row there, if that is known. */
  private Optional<String> known(int column) {
    if (column == list.regionColumn()) {
      return target.region();
    }
    return list.isAccount(column) ? target.account() : Optional.empty();
  }

  private Bounds ofColumn(int column, String value) {
    if (keys.isKey(column)) {
      return Bounds.ofKey(new Key(column, value));
    }
    if (list.isNarrowing(column)) {
      return Bounds.ofValue(column, value);
    }
    return byPart(column)
        .flatMap(by -> LikePattern.sendable(value, by.accepted(), false))
        .map(Bounds::ofNameContaining)
        .orElse(Bounds.ALL);
  }

  private Bounds ofLike(Restriction.Like like) {
    Object value = values[like.value()];
    Object escape = like.escape() < 0 ? "" : values[like.escape()];
    if (value == null || escape == null) {
      return Bounds.NONE;
    }
    if (value instanceof Unbound || escape instanceof Unbound) {
      return byPart(like.column())
          .map(by -> later(by, columns.get(like.column()) + " LIKE " + value))
          .orElse(Bounds.ALL);
    }
    Optional<LikePattern> pattern =
        escape.toString().length() > 1
            ? Optional.empty() // LIKE itself says what is wrong.
            : LikePattern.of(
                value.toString(), escape.toString().isEmpty() ? null : escape.toString().charAt(0));
    return pattern.map(p -> ofPattern(like, p)).orElse(Bounds.ALL);
  }

  private Bounds ofPattern(Restriction.Like like, LikePattern pattern) {
    Optional<String> known = known(like.column());
    if (known.isPresent()) {
      return pattern.mayMatch(known.get(), like.ignoreCase()) ? Bounds.ALL : Bounds.NONE;
    }
    if (pattern.exact().isPresent() && !like.ignoreCase()) {
      return ofColumn(like.column(), pattern.exact().get());
    }
    return byPart(like.column())
        .flatMap(by -> pattern.sendable(by.accepted(), like.ignoreCase()))
        .map(Bounds::ofNameContaining)
        .orElse(Bounds.ALL);
  }

  private Optional<ListCapability.ByPart> byPart(int column) {
    return list.name().filter(by -> by.column() == column);
  }

  private static Bounds later(ListCapability.ByPart by, Object what) {
    return Bounds.ofLater(by.parameter() + " by " + what);
  }

  private Bounds ofContains(Restriction.Contains contains) {
    Object value = values[contains.value()];
    if (value == null) {
      return Bounds.NONE;
    }
    Optional<ListCapability.ByPart> by = byPart(contains.column());
    if (value instanceof Unbound) {
      return by.map(b -> later(b, value)).orElse(Bounds.ALL);
    }
    return by.flatMap(b -> LikePattern.sendable(value.toString(), b.accepted(), false))
        .map(Bounds::ofNameContaining)
        .orElse(Bounds.ALL);
  }

  private Bounds ofCompares(Restriction.Compares compares) {
    long unit = compares.days() ? DAY_MILLIS : 1;
    return ofTime(
        compares.column(),
        compares.comparison(),
        compares.value(),
        unit,
        first -> {
          long last = first + unit - 1;
          return switch (compares.comparison()) {
            case EQUAL -> Bounds.ofCreation(first, last);
            case LESS -> Bounds.ofCreation(Long.MIN_VALUE, first - 1);
            case LESS_OR_EQUAL -> Bounds.ofCreation(Long.MIN_VALUE, last);
            case GREATER -> Bounds.ofCreation(last + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> Bounds.ofCreation(first, Long.MAX_VALUE);
          };
        });
  }

  /** A time is not before the start of its unit, and less than a unit after it. */
  private Bounds ofTruncates(Restriction.Truncates truncates) {
    return ofTime(
        truncates.column(),
        truncates.comparison(),
        truncates.value(),
        1,
        first -> {
          long last = first + truncates.longest() - 1;
          return switch (truncates.comparison()) {
            case EQUAL -> Bounds.ofCreation(first, last);
            case LESS, LESS_OR_EQUAL -> Bounds.ofCreation(Long.MIN_VALUE, last);
            case GREATER, GREATER_OR_EQUAL -> Bounds.ofCreation(first, Long.MAX_VALUE);
          };
        });
  }

  /**
   * Returns what a comparison with a time leaves.
   *
   * @param unit milliseconds of one of what the value counts
   * @param bounds of the value's first millisecond
   */
  private Bounds ofTime(
      int column,
      Restriction.Comparison comparison,
      int number,
      long unit,
      LongFunction<Bounds> bounds) {
    Object value = values[number];
    if (value == null) {
      return Bounds.NONE;
    }
    Optional<ListCapability.ByTime> by = list.creation().filter(c -> c.column() == column);
    if (by.isEmpty()) {
      return Bounds.ALL;
    }
    if (value instanceof Unbound) {
      return Bounds.ofLater(laterBounds(by.get(), comparison) + " near " + value);
    }
    long time = ((Number) value).longValue();
    return Math.abs(time) > FURTHEST / unit ? Bounds.ALL : bounds.apply(time * unit);
  }

  private static String laterBounds(ListCapability.ByTime by, Restriction.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> by.after() + " and " + by.before();
      case LESS, LESS_OR_EQUAL -> by.before();
      case GREATER, GREATER_OR_EQUAL -> by.after();
    };
  }
}
