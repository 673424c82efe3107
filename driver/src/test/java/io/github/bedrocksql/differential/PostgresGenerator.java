package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.PostgresExpressions.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Queries of the forms that PostgreSQL has and standard SQL has not. */
final class PostgresGenerator {
  private static final String KEY = "job_arn";

  private final Dice dice;
  private final PostgresExpressions expressions;

  PostgresGenerator(Dice dice) {
    this.dice = dice;
    this.expressions = new PostgresExpressions(dice);
  }

  PostgresQuery next() {
    return dice.<PostgresQuery>choice()
        .add(6, this::plain)
        .add(3, this::grouped)
        .add(3, this::windows)
        .add(1, this::newest)
        .add(1, this::ties)
        .add(1, this::series)
        .add(1, this::elements)
        .add(1, this::derived)
        .make();
  }

  private List<String> some(Supplier<String> maker) {
    return Stream.generate(maker).limit(dice.between(1, 4)).toList();
  }

  private String where() {
    return dice.chance(0.5) ? "" : " where " + expressions.bool(2);
  }

  private PostgresQuery plain() {
    boolean sorted = dice.chance(0.3);
    return PostgresQuery.of(
        "select @ from model_import_jobs" + where() + (sorted ? " order by " + KEY : ""),
        some(() -> expressions.any(2)),
        sorted ? Check.LIST : Check.ROWS);
  }

  private PostgresQuery grouped() {
    List<String> items = new ArrayList<>(List.of("status"));
    items.addAll(some(this::aggregate));
    return PostgresQuery.of(
        "select @ from model_import_jobs"
            + where()
            + " group by status"
            + dice.of("", " having count(*) > 1"),
        items,
        Check.ROWS);
  }

  private String aggregate() {
    String filter = dice.chance(0.3) ? " filter (where " + expressions.bool(1) + ")" : "";
    return dice.<String>choice()
            .add(2, () -> "count(" + dice.of("*", "distinct " + expressions.text(1)) + ")")
            .add(
                2,
                () ->
                    dice.of("min", "max")
                        + "("
                        + expressions.of(
                            dice.of(
                                ValueType.TEXT, ValueType.TIME, ValueType.DATE, ValueType.WHOLE),
                            1)
                        + ")")
            .add(2, () -> dice.of("sum", "avg") + "(" + expressions.whole(1) + ")")
            .add(
                1,
                () ->
                    dice.of("stddev", "variance", "var_pop", "stddev_pop", "stddev_samp")
                        + "("
                        + expressions.whole(1)
                        + ")")
            .add(2, () -> "string_agg(" + expressions.text(1) + ", ',' order by " + KEY + ")")
            .add(1, () -> "array_agg(" + expressions.whole(1) + " order by " + KEY + ")")
            .add(1, () -> dice.of("bool_and", "bool_or", "every") + "(" + expressions.bool(1) + ")")
            .add(
                2,
                () ->
                    dice.of("percentile_cont", "percentile_disc")
                        + "("
                        + dice.of("0", "0.25", "0.5", "0.9", "1")
                        + ") within group (order by duration_seconds"
                        + dice.of(")", " desc)"))
            .add(
                1, () -> "percentile_disc(0.5) within group (order by " + expressions.text(1) + ")")
            .add(
                1,
                () ->
                    dice.of("corr", "covar_pop", "regr_count")
                        + "(duration_seconds, length(job_name))")
            .make()
        + filter;
  }

  private PostgresQuery windows() {
    String order =
        " order by " + expressions.any(1) + dice.of("", " desc", " nulls first") + ", " + KEY;
    String window =
        "(" + dice.of("", "partition by status", "partition by " + expressions.text(1)) + order;
    return PostgresQuery.of(
        "select @ from model_import_jobs" + where() + " window w as " + window + ")",
        some(() -> function(window)),
        Check.ROWS);
  }

  private String function(String window) {
    String over = dice.of(" over w", " over " + window + ")");
    String frame =
        " over "
            + window
            + " "
            + dice.of(
                "rows 1 preceding",
                "rows between 1 following and 2 following",
                "rows between current row and unbounded following")
            + ")";
    ValueType type = dice.of(ValueType.TEXT, ValueType.WHOLE, ValueType.TIME);
    return dice.<String>choice()
        .add(
            2,
            () ->
                dice.of(
                        "row_number()",
                        "rank()",
                        "dense_rank()",
                        "ntile(3)",
                        "percent_rank()",
                        "cume_dist()")
                    + over)
        .add(
            2,
            () ->
                dice.of("lag", "lead")
                    + "("
                    + expressions.of(type, 1)
                    + dice.of("", ", 2", ", 0")
                    + ")"
                    + over)
        .add(
            1,
            () ->
                dice.of("lag", "lead")
                    + "("
                    + expressions.whole(1)
                    + ", 1, "
                    + dice.between(-1, 1)
                    + ")"
                    + over)
        .add(
            2,
            () ->
                dice.of("first_value(", "last_value(")
                    + expressions.of(type, 1)
                    + ")"
                    + dice.of(over, frame))
        .add(1, () -> "nth_value(" + expressions.of(type, 1) + ", 2)" + over)
        .add(
            2,
            () ->
                dice.of("sum", "avg", "min", "max", "count")
                    + "("
                    + expressions.whole(1)
                    + ")"
                    + dice.of(over, frame))
        .add(1, () -> "count(*) filter (where " + expressions.bool(1) + ")" + over)
        .make();
  }

  private PostgresQuery newest() {
    String key = expressions.of(dice.of(ValueType.TEXT, ValueType.WHOLE, ValueType.DATE), 1);
    return PostgresQuery.of(
        "select distinct on (%s) @ from model_import_jobs%s order by %s, %s"
            .formatted(key, where(), key + dice.of("", " desc nulls last"), KEY),
        List.of(KEY, expressions.any(1)),
        Check.LIST);
  }

  private PostgresQuery ties() {
    String key = expressions.of(dice.of(ValueType.TEXT, ValueType.WHOLE, ValueType.DATE), 1);
    return PostgresQuery.of(
        "select @ from model_import_jobs%s order by %s fetch first %d rows with ties"
            .formatted(where(), key + dice.of("", " desc"), dice.between(1, 5)),
        List.of(KEY, expressions.any(1)),
        Check.ROWS);
  }

  private PostgresQuery series() {
    String step = dice.of("", ", 2", ", -1", ", 3");
    return PostgresQuery.of(
        "select @ from generate_series(%d, %d%s) as g left join model_import_jobs on length(job_name) = g"
            .formatted(small(), small(), step),
        List.of("g", "g * g", KEY),
        Check.ROWS);
  }

  private int small() {
    return dice.between(-4, 12);
  }

  private PostgresQuery elements() {
    return PostgresQuery.of(
        "select @ from model_import_jobs"
            + dice.of(", ", " cross join ", " cross join lateral ")
            + "jsonb_array_elements_text(vpc_config_subnet_ids) as e"
            + where(),
        List.of(KEY, "e", "upper(e)", "e || " + expressions.text(1)),
        Check.ROWS);
  }

  private PostgresQuery derived() {
    return PostgresQuery.of(
        "with t as (select %s as a, %s as b from model_import_jobs%s) select @ from t group by a"
            .formatted(expressions.any(2), expressions.whole(2), where()),
        ImmutableList.of("a", "count(*)", "sum(b)", "max(b)"),
        Check.ROWS);
  }
}
