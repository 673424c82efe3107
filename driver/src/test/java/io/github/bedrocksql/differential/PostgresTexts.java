package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Dice.Choice;
import java.util.function.Supplier;

/** Texts over model_import_jobs, in the words of PostgreSQL. */
final class PostgresTexts {
  private static final ImmutableList<String> TEXTS =
      ImmutableList.of(
          "job_name",
          "job_name",
          "status",
          "failure_message",
          "role_arn",
          "imported_model_name",
          "model_data_source_s3_uri");
  private static final ImmutableList<String> LITERALS =
      ImmutableList.of("'abc'", "''", "'a-b--c'", "'Über'", "'  x '", "NULL::text", "'it''s'");
  static final ImmutableList<String> PATTERNS =
      ImmutableList.of(
          "'^l'",
          "'\\d+'",
          "'[a-f]+$'",
          "'(.)-(.)'",
          "'a|b'",
          "'x*'",
          "'.'",
          "'\\.'",
          "'[[:digit:]]'");
  static final ImmutableList<String> TEMPLATES =
      ImmutableList.of(
          "'YYYY-MM-DD'",
          "'HH24:MI:SS'",
          "'Mon DD'",
          "'FMDay, FMDD FMMonth'",
          "'YYYY\"W\"IW'",
          "'HH12 AM'",
          "'Q'",
          "'DDD'",
          "'MS'",
          "'D'",
          "'J'",
          "'YY/FMMM'",
          "'WW'");

  private final Dice dice;
  private final PostgresExpressions others;

  PostgresTexts(Dice dice, PostgresExpressions others) {
    this.dice = dice;
    this.others = others;
  }

  /** Adds a call whose arguments are made only if it is the one. */
  private static void add(Choice<String> choice, Supplier<String> maker) {
    choice.add(2, maker);
  }

  /** Returns a text, of so many calls within each other. */
  String of(int depth) {
    if (depth == 0) {
      return dice.chance(0.75) ? dice.of(TEXTS) : dice.of(LITERALS);
    }
    Choice<String> choice = dice.choice();
    ofLength(choice, depth - 1);
    ofPlaces(choice, depth - 1);
    ofPatterns(choice, depth - 1);
    ofOthers(choice, depth - 1);
    return choice.make();
  }

  private void ofLength(Choice<String> choice, int depth) {
    add(
        choice,
        () ->
            dice.of("upper", "lower", "initcap", "reverse", "md5", "btrim", "ltrim")
                + "("
                + of(depth)
                + ")");
    add(
        choice,
        () ->
            dice.of("btrim", "ltrim", "rtrim")
                + "("
                + of(depth)
                + ", "
                + dice.of("'la'", "'abc'", "''", "' '")
                + ")");
    add(
        choice,
        () -> "trim(" + dice.of("both", "leading", "trailing") + " 'a' from " + of(depth) + ")");
    add(
        choice,
        () ->
            dice.of("lpad", "rpad")
                + "("
                + of(depth)
                + ", "
                + dice.between(-1, 12)
                + dice.of(")", ", 'xy')", ", '')"));
    add(choice, () -> dice.of("left", "right") + "(" + of(depth) + ", " + others.small() + ")");
    add(choice, () -> "repeat(" + of(depth) + ", " + dice.between(-1, 3) + ")");
    add(
        choice,
        () ->
            PostgresExpressions.cast(
                of(depth), dice.of("text", "varchar(5)", "varchar", "varchar(1)")));
  }

  private void ofPlaces(Choice<String> choice, int depth) {
    add(
        choice,
        () ->
            "substring("
                + of(depth)
                + " from "
                + others.small()
                + " for "
                + dice.between(0, 5)
                + ")");
    add(
        choice,
        () -> dice.of("substr", "substring") + "(" + of(depth) + ", " + others.small() + ")");
    add(
        choice,
        () -> "substring(" + of(depth) + ", " + others.small() + ", " + dice.between(0, 4) + ")");
    add(
        choice,
        () ->
            "split_part("
                + of(depth)
                + ", "
                + dice.of("'-'", "'--'", "'/'", "''")
                + ", "
                + dice.of(1, 2, 3, 9, -1, -2)
                + ")");
    add(
        choice,
        () ->
            "replace("
                + of(depth)
                + ", "
                + dice.of("'a'", "'-'", "''", "'ll'")
                + ", "
                + dice.of("'bc'", "''")
                + ")");
    add(
        choice,
        () -> "translate(" + of(depth) + ", 'abl-', " + dice.of("'xy'", "''", "'1234'") + ")");
    add(
        choice,
        () ->
            "overlay("
                + of(depth)
                + " placing 'xyz' from "
                + dice.between(1, 6)
                + dice.of(")", " for 2)"));
    add(
        choice,
        () ->
            "(string_to_array("
                + of(depth)
                + ", "
                + dice.of("'-'", "':'")
                + "))["
                + dice.of(1, 2, 5)
                + "]");
    add(choice, () -> "array_to_string(string_to_array(" + of(depth) + ", '-'), '+')");
  }

  private void ofPatterns(Choice<String> choice, int depth) {
    add(
        choice,
        () ->
            "regexp_replace("
                + of(depth)
                + ", "
                + dice.of(PATTERNS)
                + ", "
                + dice.of("'X'", "''", "'[\\1]'", "'<\\&>'")
                + dice.of(")", ", 'g')", ", 'gi')"));
    add(choice, () -> "substring(" + of(depth) + " from " + dice.of(PATTERNS) + ")");
    add(choice, () -> "(regexp_match(" + of(depth) + ", " + dice.of(PATTERNS) + "))[1]");
  }

  private void ofOthers(Choice<String> choice, int depth) {
    add(choice, () -> of(depth) + " || " + of(depth));
    add(choice, () -> "concat(" + of(depth) + ", " + others.whole(depth) + ", " + of(depth) + ")");
    add(
        choice,
        () ->
            "concat_ws("
                + dice.of("'-'", "''")
                + ", "
                + of(depth)
                + ", "
                + of(depth)
                + ", "
                + others.whole(depth)
                + ")");
    add(choice, () -> "coalesce(" + of(depth) + ", " + of(depth) + ")");
    add(choice, () -> "nullif(" + of(depth) + ", " + of(depth) + ")");
    add(choice, () -> dice.of("greatest", "least") + "(" + of(depth) + ", " + of(depth) + ")");
    add(
        choice,
        () ->
            "case when "
                + others.bool(depth)
                + " then "
                + of(depth)
                + dice.of(" else " + of(depth), "")
                + " end");
    add(choice, () -> "to_char(" + others.time(depth) + ", " + dice.of(TEMPLATES) + ")");
    add(choice, () -> "format('%s:%s', " + of(depth) + ", " + others.whole(depth) + ")");
    add(choice, () -> PostgresExpressions.cast(others.whole(depth), "text"));
    add(choice, () -> "(" + others.bool(depth) + ")::text");
    add(choice, () -> PostgresExpressions.cast(others.date(depth), "text"));
    add(choice, () -> "round(" + others.whole(depth) + " / 7.0, " + dice.between(0, 3) + ")::text");
  }
}
