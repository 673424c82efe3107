package io.github.bedrocksql.adapter.access;

import java.util.Set;
import java.util.regex.Pattern;

/** A row of {@link JobColumns}' table, and conditions evaluated on it without any cleverness. */
record JobRow(String arn, String name, String status, long created, String region, String account) {

  /** Returns whether the condition is true; unknown, as of a null, is not. */
  boolean meets(Restriction restriction, Object[] values) {
    if (restriction instanceof Restriction.All all) {
      return all.parts().stream().allMatch(part -> meets(part, values));
    }
    if (restriction instanceof Restriction.Any any) {
      return any.parts().stream().anyMatch(part -> meets(part, values));
    }
    if (restriction instanceof Restriction.Anything) {
      return true;
    }
    if (restriction instanceof Restriction.Equals equals) {
      return isEqual(equals.column(), values[equals.value()]);
    }
    if (restriction instanceof Restriction.Like like) {
      return isLike(like, values);
    }
    if (restriction instanceof Restriction.Contains contains) {
      Object value = values[contains.value()];
      return value != null && text(contains.column()).contains(value.toString());
    }
    return restriction instanceof Restriction.Compares compares && compares(compares, values);
  }

  private String text(int column) {
    return switch (column) {
      case JobColumns.IDENTIFIER, JobColumns.ARN -> arn;
      case JobColumns.NAME -> name;
      case JobColumns.STATUS -> status;
      case JobColumns.REGION -> region;
      case JobColumns.ACCOUNT -> account;
      default -> "x";
    };
  }

  private boolean isEqual(int column, Object value) {
    return value != null
        && (text(column).equals(value.toString())
            || (column == JobColumns.IDENTIFIER && name.equals(value.toString())));
  }

  private boolean isLike(Restriction.Like like, Object[] values) {
    Object value = values[like.value()];
    Object escape = like.escape() < 0 ? "" : values[like.escape()];
    if (value == null || escape == null || escape.toString().length() > 1) {
      return false;
    }
    StringBuilder regex = new StringBuilder();
    String pattern = value.toString();
    for (int i = 0; i < pattern.length(); i++) {
      String c = pattern.substring(i, i + 1);
      if (c.equals(escape.toString())) {
        i++;
        if (i == pattern.length()) {
          return false; // An error of LIKE's.
        }
        regex.append(Pattern.quote(pattern.substring(i, i + 1)));
      } else {
        regex.append(c.equals("%") ? ".*" : c.equals("_") ? "." : Pattern.quote(c));
      }
    }
    int flags = like.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0;
    return Pattern.compile(regex.toString(), flags).matcher(text(like.column())).matches();
  }

  private boolean compares(Restriction.Compares compares, Object[] values) {
    if (!(values[compares.value()] instanceof Number number)
        || compares.column() != JobColumns.CREATION) {
      return false;
    }
    long mine = compares.days() ? Math.floorDiv(created, 86_400_000L) : created;
    int compared = Long.compare(mine, number.longValue());
    return switch (compares.comparison()) {
      case EQUAL -> compared == 0;
      case LESS -> compared < 0;
      case LESS_OR_EQUAL -> compared <= 0;
      case GREATER -> compared > 0;
      case GREATER_OR_EQUAL -> compared >= 0;
    };
  }

  /** Returns whether the bounds leave this row possible. */
  boolean isInside(Bounds bounds) {
    return !bounds.empty()
        && bounds.keys().map(keys -> keys.stream().anyMatch(this::has)).orElse(true)
        && bounds.of(JobColumns.STATUS).map(s -> s.contains(status)).orElse(true)
        && bounds.nameContains().map(name::contains).orElse(true)
        && bounds.createdFrom() <= created
        && created <= bounds.createdTo()
        && allows(bounds.of(JobColumns.REGION).orElse(null), region)
        && allows(bounds.of(JobColumns.ACCOUNT).orElse(null), account);
  }

  private static boolean allows(Set<String> only, String value) {
    return only == null || only.contains(value);
  }

  private boolean has(Key key) {
    return isEqual(key.column(), key.value());
  }

  /** Returns whether a server of this row's Region gives it, one that leaves out the bounds. */
  boolean isReturnedBy(AccessPath calls) {
    if (calls instanceof AccessPath.Get get) {
      return get.keys().stream()
          .anyMatch(key -> key.value().equals(arn) || key.value().equals(name));
    }
    return calls instanceof AccessPath.Listing listing
        && listing.lists().stream().anyMatch(this::isListed);
  }

  private boolean isListed(ListFilter filter) {
    long second = Math.floorDiv(created, 1_000L) * 1_000;
    return filter.equal().values().stream().allMatch(status::equals)
        && filter.nameContains().map(name::contains).orElse(true)
        && filter.createdAfter().map(after -> second > after).orElse(true)
        && filter.createdBefore().map(before -> created < before).orElse(true);
  }
}
