package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Expressions over model_import_jobs, in the words of PostgreSQL, with values on the edge. */
final class PostgresExpressions {
  private static final ImmutableList<String> LIKES =
      ImmutableList.of("'%a%'", "'_'", "''", "'%'", "'job-%1_'", "'a\\_b'", "'%\\%%'", "'L%'");
  private static final ImmutableList<String> UNITS =
      ImmutableList.of(
          "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade",
          "century");
  private static final ImmutableList<String> FIELDS =
      ImmutableList.of(
          "second",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "quarter",
          "year",
          "decade",
          "century",
          "dow",
          "isodow",
          "doy",
          "isoyear",
          "epoch",
          "milliseconds",
          "microseconds",
          "millennium");
  private static final ImmutableList<String> INTERVALS =
      ImmutableList.of(
          "1 day",
          "-1 day",
          "36 hours",
          "1 month",
          "1 year 2 months",
          "2 weeks",
          "90 min",
          "0 days",
          "1 day 02:03:04",
          "1.5 seconds",
          "-3 months",
          "1 month 1 day",
          "1 mon -1 day");
  private static final ImmutableList<String> ZONES =
      ImmutableList.of("America/New_York", "UTC", "Asia/Kolkata", "Europe/Paris");

  private final Dice dice;
  private final PostgresTexts texts;

  PostgresExpressions(Dice dice) {
    this.dice = dice;
    this.texts = new PostgresTexts(dice, this);
  }

  /** A type, and what makes an expression of it. */
  enum ValueType {
    TEXT,
    WHOLE,
    NUMBER,
    TIME,
    DATE,
    BOOL
  }

  String any(int depth) {
    return of(dice.of(ValueType.values()), depth);
  }

  String of(ValueType type, int depth) {
    return switch (type) {
      case TEXT -> text(depth);
      case WHOLE -> whole(depth);
      case NUMBER -> number(depth);
      case TIME -> time(depth);
      case DATE -> date(depth);
      case BOOL -> bool(depth);
    };
  }

  int small() {
    return dice.between(-3, 9);
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  static String cast(String value, String type) {
    return "(" + value + ")::" + type;
  }

  String text(int depth) {
    return texts.of(depth);
  }

  String whole(int depth) {
    if (depth == 0) {
      return dice.of(
          "duration_seconds",
          "duration_seconds",
          "length(job_name)",
          "(" + small() + ")",
          "NULL::int");
    }
    int less = depth - 1;
    return dice.<String>choice()
        .add(
            2,
            () ->
                dice.of("length", "char_length", "octet_length", "ascii", "bit_length")
                    + "("
                    + text(less)
                    + ")")
        .add(
            2,
            () ->
                dice.of(
                        "strpos(" + text(less) + ", " + dice.of("'a'", "''", "'-'"),
                        "position('l' in " + text(less))
                    + ")")
        .add(2, () -> "(" + whole(less) + dice.of(" + ", " - ") + whole(less) + ")")
        .add(1, () -> whole(less) + " * " + small())
        .add(2, () -> whole(less) + dice.of(" / ", " % ") + "(" + dice.of(-7, 2, 60) + ")")
        .add(1, () -> dice.of("abs", "sign") + "(" + whole(less) + ")::int")
        .add(
            1,
            () -> dice.of("mod", "div") + "(" + whole(less) + ", " + dice.of(7, -60) + ")::bigint")
        .add(1, () -> "cardinality(string_to_array(" + text(less) + ", '-')" + ")")
        .add(1, () -> "jsonb_array_length(vpc_config_subnet_ids)")
        .add(
            1,
            () ->
                dice.of("coalesce", "greatest", "least", "nullif")
                    + "("
                    + whole(less)
                    + ", "
                    + whole(less)
                    + ")")
        .add(
            2,
            () ->
                "extract("
                    + dice.of("dow", "year", "doy", "week", "hour", "isodow", "quarter")
                    + " from "
                    + time(less)
                    + ")::int")
        .add(1, () -> "(" + date(less) + " - " + date(less) + ")")
        .add(1, () -> "width_bucket(" + whole(less) + ", 0, 1000, 5)")
        .add(1, () -> cast(number(less), dice.of("int", "bigint")))
        .add(1, () -> "(" + bool(less) + ")::int")
        .make();
  }

  String number(int depth) {
    int less = Math.max(depth - 1, 0);
    return dice.<String>choice()
        .add(
            3,
            () ->
                "round("
                    + whole(less)
                    + " / "
                    + dice.of("7.0", "0.3", "60.0")
                    + ", "
                    + dice.between(-2, 4)
                    + ")")
        .add(
            2,
            () ->
                dice.of("ceil", "floor", "trunc", "round")
                    + "("
                    + whole(less)
                    + " / "
                    + dice.of("7.0", "-2.0")
                    + ")")
        .add(1, () -> "trunc(" + whole(less) + " / 7.0, " + dice.between(0, 3) + ")")
        .add(2, () -> "round(" + cast(whole(less), "numeric") + " / 7, " + dice.between(0, 3) + ")")
        .add(
            1,
            () ->
                "round(("
                    + cast(whole(less), "float8")
                    + " / 7)::numeric, "
                    + dice.between(0, 3)
                    + ")")
        .add(2, () -> "extract(" + dice.of(FIELDS) + " from " + time(less) + ")")
        .add(2, () -> "date_part('" + dice.of(FIELDS) + "', " + time(less) + ")")
        .add(
            2,
            () ->
                "extract("
                    + dice.of("epoch", "day", "hour", "minute", "second")
                    + " from "
                    + time(less)
                    + " - "
                    + time(less)
                    + ")")
        .add(1, () -> "sqrt(abs(" + whole(less) + "))")
        .add(1, () -> "power(" + dice.of("2", "1.5") + ", " + dice.between(-2, 5) + ")")
        .add(1, () -> cast(whole(less), dice.of("numeric", "float8", "numeric(12, 2)", "real")))
        .add(
            1,
            () ->
                "'"
                    + dice.of("1.5", "-0.25", "7", "1e3")
                    + "'::"
                    + dice.of("numeric", "float8", "numeric(6, 1)"))
        .make();
  }

  String time(int depth) {
    if (depth == 0) {
      return dice.of(
          "creation_time",
          "creation_time",
          "end_time",
          "last_modified_time",
          "timestamptz '2024-02-29 12:30:45.678'",
          "timestamptz '2024-12-31 23:59:59'");
    }
    int less = depth - 1;
    return dice.<String>choice()
        .add(4, () -> "(" + time(less) + dice.of(" + ", " - ") + interval() + ")")
        .add(3, () -> "date_trunc('" + dice.of(UNITS) + "', " + time(less) + ")")
        .add(
            1,
            () ->
                dice.of("coalesce", "greatest", "least", "nullif")
                    + "("
                    + time(less)
                    + ", "
                    + time(less)
                    + ")")
        .add(
            1,
            () ->
                "date_bin('"
                    + dice.of("15 minutes", "1 day", "7 days")
                    + "', "
                    + time(less)
                    + ", timestamptz '2024-01-01 00:00:00')")
        .add(
            1,
            () -> dice.of("creation_time", "end_time") + " at time zone '" + dice.of(ZONES) + "'")
        .add(1, () -> "to_timestamp(" + dice.of("0", "1709208000", "1709208000.5", "-1") + ")")
        .add(
            1,
            () ->
                "case when " + bool(less) + " then " + time(less) + " else " + time(less) + " end")
        .make();
  }

  private String interval() {
    String text = dice.of(INTERVALS);
    return dice.of(
        "interval " + quoted(text),
        quoted(text) + "::interval",
        "interval '2' " + dice.of("day", "hour", "month", "year", "minute"),
        dice.between(-2, 3) + " * interval '1 day'",
        "duration_seconds * interval '1 second'");
  }

  String date(int depth) {
    if (depth == 0) {
      return dice.of(
          "creation_time::date", "end_time::date", "date '2024-02-29'", "'2024-03-31'::date");
    }
    int less = depth - 1;
    return dice.<String>choice()
        .add(3, () -> cast(time(less), "date"))
        .add(3, () -> "(" + date(less) + dice.of(" + ", " - ") + dice.of(0, 1, 30, 365) + ")")
        .add(
            1,
            () ->
                "make_date("
                    + dice.of(2023, 2024)
                    + ", "
                    + dice.between(1, 12)
                    + ", "
                    + dice.between(1, 28)
                    + ")")
        .add(
            1,
            () ->
                "to_date("
                    + dice.of("'2024-02-03', 'YYYY-MM-DD'", "'3 Feb 2024', 'DD Mon YYYY'")
                    + ")")
        .add(
            1,
            () ->
                dice.of("coalesce", "greatest", "least")
                    + "("
                    + date(less)
                    + ", "
                    + date(less)
                    + ")")
        .make();
  }

  String bool(int depth) {
    int less = Math.max(depth - 1, 0);
    return dice.<String>choice()
        .add(
            3,
            () ->
                text(less)
                    + dice.of(" ~ ", " ~* ", " !~ ", " !~* ")
                    + dice.of(PostgresTexts.PATTERNS))
        .add(
            3,
            () ->
                text(less)
                    + dice.of(" like ", " ilike ", " not like ", " not ilike ")
                    + dice.of(LIKES))
        .add(
            1,
            () ->
                text(less)
                    + dice.of(" similar to ", " not similar to ")
                    + dice.of("'%(a|l)%'", "'[a-m]%'", "'_+'"))
        .add(3, () -> compared(less))
        .add(1, () -> whole(less) + " between " + whole(less) + " and " + whole(less))
        .add(
            1,
            () ->
                text(less) + dice.of(" in ", " not in ") + "('Failed', 'abc', " + text(less) + ")")
        .add(1, () -> "(" + text(less) + ") " + dice.of("is null", "is not null"))
        .add(1, () -> "starts_with(" + text(less) + ", " + dice.of("'l'", "''", "'job'") + ")")
        .add(2, () -> "(" + bool(less) + dice.of(" and ", " or ") + bool(less) + ")")
        .add(1, () -> "not (" + bool(less) + ")")
        .add(
            1,
            () ->
                "("
                    + bool(less)
                    + ") is "
                    + dice.of("", "not ")
                    + dice.of("true", "false", "unknown"))
        .make();
  }

  private String compared(int depth) {
    ValueType type =
        dice.of(
            List.of(
                ValueType.TEXT, ValueType.WHOLE, ValueType.NUMBER, ValueType.TIME, ValueType.DATE));
    String operator =
        dice.of(
            " = ", " <> ", " < ", " >= ", " > ", " is distinct from ", " is not distinct from ");
    return of(type, depth) + operator + of(type, depth);
  }
}
