package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Values to compare a column with: what it holds, and what it nearly holds. */
final class Values {
  private static final DateTimeFormatter SQL_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private static final ImmutableList<String> ODD =
      ImmutableList.of("", " ", "%", "_", "no such thing", "-lead", "it's", "null", "(?i).*");

  private static final ImmutableList<String> NOT_ASCII = ImmutableList.of("zażółć", "Schlüssel");

  /** Of these kinds are the columns of the import jobs that the API can filter by. */
  static final ImmutableSet<String> PUSHED_OF_IMPORTS =
      ImmutableSet.of("job_arn", "job_name", "status", "creation_time");

  private final Map<String, ImmutableList<Object>> held = new TreeMap<>();
  private final Relations relations;
  private final ImmutableSet<String> pushed;
  private final boolean unicode;

  /**
   * Takes the values from these rows, of which the first are those that the server shows.
   *
   * @param pushed the kinds of the columns that the API can filter by
   */
  Values(List<ShownRows> all, ImmutableSet<String> pushed, boolean unicode) {
    this.unicode = unicode;
    this.pushed = pushed;
    this.relations = new Relations(all.get(0));
    Map<String, Set<Object>> byKind = new TreeMap<>();
    for (ShownRows shown : all) {
      shown.rows().forEach((table, rows) -> rows.forEach(row -> collect(table, row, byKind)));
    }
    byKind.forEach((kind, values) -> held.put(kind, ImmutableList.copyOf(values)));
  }

  /** Counts a value among those of its column, and those of all columns of its name. */
  private void collect(Table table, List<Object> row, Map<String, Set<Object>> byKind) {
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value != null && (unicode || isAscii(value))) {
        String kind = table.columns().get(i).kind();
        byKind.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(value);
        byKind.computeIfAbsent(Column.field(kind), k -> new LinkedHashSet<>()).add(value);
      }
    }
  }

  private static boolean isAscii(Object value) {
    return !(value instanceof String text) || text.chars().allMatch(c -> c < 128);
  }

  boolean isPushed(Column column) {
    return pushed.contains(column.kind());
  }

  boolean areRelated(Column one, Column other) {
    return relations.areRelated(one, other);
  }

  boolean areJoinable(Column one, Column other) {
    return relations.areJoinable(one, other);
  }

  boolean isDistinct(Column column) {
    return relations.isDistinct(column);
  }

  /** Returns a value that a column of this kind holds; where all are null, another. */
  private Object held(Dice dice, String kind, Object other) {
    List<Object> values = held.get(kind);
    return values == null ? other : dice.of(values);
  }

  /** Returns text that a column of this kind holds. */
  String heldText(Dice dice, String kind) {
    return (String) held(dice, kind, "none");
  }

  /** Returns a value that a column of this kind holds, or one that is near. */
  Object any(Dice dice, Column column) {
    return switch (column.type()) {
      case TEXT -> text(dice, column.kind());
      case TIME -> time(dice, column.kind());
      case LONG -> number(dice, column.kind());
      case DOUBLE -> fraction(dice, column.kind());
      case BOOL -> dice.chance(0.5);
    };
  }

  private String text(Dice dice, String kind) {
    String text = heldText(dice, kind);
    return dice.<String>choice()
        .add(20, () -> text)
        .add(2, () -> dice.chance(0.5) ? upper(text) : lower(text))
        .add(1, () -> text + dice.of(" ", "x", "-"))
        .add(1, () -> text.substring(0, text.length() / 2))
        .add(1, () -> dice.of(ODD))
        .addIf(unicode, 1, () -> dice.of(NOT_ASCII))
        .addIf(kind.endsWith("status"), 3, () -> dice.of("Cancelled", "completed", "Stopping"))
        .addIf(Column.field(kind).equals("region"), 8, () -> dice.of("us-west-2", "US-EAST-1", "*"))
        .addIf(Column.field(kind).equals("account_id"), 4, () -> dice.of("210987654321", "1234"))
        .addIf(kind.endsWith("_arn") && !kind.contains("role"), 4, () -> otherArn(dice, text))
        .addIf(kind.endsWith("_name"), 1, () -> heldText(dice, "job_arn"))
        .addIf(kind.endsWith("_name"), 1, () -> "n".repeat(dice.of(63, 64, 1012)))
        .make();
  }

  private static String otherArn(Dice dice, String arn) {
    return dice.of(
        arn.replace("us-east-1", "eu-west-1"),
        arn.replace(DataSet.ACCOUNT, "210987654321"),
        arn.replace("arn:aws:", "arn:aws-us-gov:"),
        arn.substring(0, arn.length() - 1),
        arn + "0",
        arn + "/x",
        arn.replace('/', ':'));
  }

  private LocalDateTime time(Dice dice, String kind) {
    LocalDateTime held = (LocalDateTime) held(dice, kind, LocalDateTime.of(2026, 1, 1, 0, 0));
    return dice.<LocalDateTime>choice()
        .add(5, () -> held)
        .add(4, () -> held.plus(dice.of(-1, 1, 2), ChronoUnit.MILLIS))
        .add(2, () -> held.plusMinutes(dice.between(-300, 300)))
        .add(1, () -> held.truncatedTo(ChronoUnit.DAYS))
        .add(1, () -> LocalDateTime.of(dice.of(1970, 1999, 2030, 9999), 1, 1, 0, 0))
        .make();
  }

  private Long number(Dice dice, String kind) {
    long number = (Long) held(dice, kind, 1L);
    // The others are int.
    long large = kind.endsWith("duration_seconds") ? 1_000_000_000_000L : 1_000_000L;
    return dice.of(number, number, number - 1, number + 1, 0L, -1L, large);
  }

  private Double fraction(Dice dice, String kind) {
    double fraction = (Double) held(dice, kind, 0.5);
    return dice.of(fraction, fraction, fraction - 0.125, fraction + 0.125, 0.0, -1.5);
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Returns the value as SQL text. */
  static Fragment literal(Object value) {
    if (value instanceof String text) {
      return Fragment.text("'" + text.replace("'", "''") + "'");
    }
    if (value instanceof LocalDateTime time) {
      return Fragment.text("TIMESTAMP '" + SQL_TIME.format(time) + "'");
    }
    return Fragment.text(Values.upper(String.valueOf(value)));
  }
}
