package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Scope.Source;
import java.util.List;
import java.util.Set;

/**
 * Conditions on a column that means ARN or name, in all the places where one can stand. The
 * reference has two columns for it.
 */
final class Identifiers {
  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          "job_identifier",
          "job_arn",
          "job_name",
          "status",
          "creation_time",
          "end_time",
          "duration_seconds",
          "region",
          "account_id");

  private final Dice dice;
  private final Operands operands;
  private final Tables tables;
  private final Set<Feature> features;

  Identifiers(Dice dice, Operands operands, Tables tables, Set<Feature> features) {
    this.dice = dice;
    this.operands = operands;
    this.tables = tables;
    this.features = features;
  }

  /** A column that means ARN or name, and for the reference those two. */
  private record Identifier(Fragment both, Term arn, Term name) {
    static Identifier of(Source source) {
      return new Identifier(
          source.term(source.table().identifier().orElseThrow().name()).sql(),
          source.term(source.table().identified().get(0)),
          source.term(source.table().identified().get(1)));
    }

    /** Returns a template with the identifier, and one that joins the same of ARN and name. */
    Fragment compared(String template, String operator, Fragment value) {
      Fragment byArn = Fragment.of(template, arn.sql(), value);
      Fragment byName = Fragment.of(template, name.sql(), value);
      return Fragment.pair(
          Fragment.of(template, both, value), Fragment.of("(@" + operator + "@)", byArn, byName));
    }
  }

  /** Returns a condition. */
  Fragment condition(Source source) {
    return dice.chance(0.6)
        ? compared(source, operands.near(like(Identifier.of(source))))
        : literal(source);
  }

  /** Returns a condition without parameters. */
  Fragment literal(Source source) {
    Identifier identifier = Identifier.of(source);
    return dice.<Fragment>choice()
        .add(4, () -> compared(source, operands.literalNear(like(identifier))))
        .add(2, () -> chosen(identifier))
        .add(2, () -> pattern(identifier))
        .add(2, () -> column(identifier, source))
        .add(2, () -> list(identifier))
        .make();
  }

  private Term like(Identifier identifier) {
    return dice.chance(0.5) ? identifier.arn() : identifier.name();
  }

  private Fragment compared(Source source, Fragment value) {
    Identifier identifier = Identifier.of(source);
    return dice.<Fragment>choice()
        .add(5, () -> identifier.compared("@ = @", " OR ", value))
        .add(2, () -> identifier.compared("@ <> @", " AND ", value))
        .add(1, () -> identifier.compared("@ IS NOT DISTINCT FROM @", " OR ", value))
        .add(1, () -> identifier.compared("@ IS DISTINCT FROM @", " AND ", value))
        .add(1, () -> identifier.compared("CAST(@ AS VARCHAR(300)) = @", " OR ", value))
        .add(1, () -> identifier.compared("CAST(@ AS VARCHAR) <> @", " AND ", value))
        .make();
  }

  private Fragment chosen(Identifier identifier) {
    Fragment value = operands.literalNear(like(identifier));
    return dice.<Fragment>choice()
        .add(1, () -> identifier.compared("COALESCE(@, '-') = @", " OR ", value))
        .add(1, () -> identifier.compared("CASE WHEN @ = @ THEN 1 ELSE 2 END = 1", " OR ", value))
        .add(1, () -> identifier.compared("CASE @ WHEN @ THEN 1 ELSE 2 END = 2", " AND ", value))
        .add(1, () -> identifier.compared("NULLIF(@, @) IS NULL", " OR ", value))
        .make();
  }

  /** Patterns without wildcards name what they are; others match what the column shows. */
  private Fragment pattern(Identifier identifier) {
    String text = operands.held(like(identifier));
    if (text.contains("_") || text.contains("%")) {
      return identifier.compared("@ = @", " OR ", Values.literal(text));
    }
    boolean ignoresCase = features.contains(Feature.ILIKE) && dice.chance(0.3);
    String operator = ignoresCase ? "ILIKE" : "LIKE";
    return dice.chance(0.7)
        ? identifier.compared("@ " + operator + " @", " OR ", Values.literal(text))
        : identifier.compared("@ NOT " + operator + " @", " AND ", Values.literal(text));
  }

  /** Compares with a column of the same row. */
  private Fragment column(Identifier identifier, Source source) {
    List<Term> others =
        new Scope(source).terms().stream().filter(t -> t.type() == Column.ColumnType.TEXT).toList();
    Fragment other =
        dice.<Fragment>choice()
            .add(2, () -> identifier.name().sql())
            .add(1, () -> identifier.arn().sql())
            .add(1, () -> dice.of(others).sql())
            .make();
    return dice.<Fragment>choice()
        .add(2, () -> identifier.compared("@ = @", " OR ", other))
        .add(1, () -> identifier.compared("@ <> @", " AND ", other))
        .add(1, () -> identifier.compared("@ IS NOT DISTINCT FROM @", " OR ", other))
        .make();
  }

  private Fragment list(Identifier identifier) {
    Fragment list = operands.literals(like(identifier));
    return dice.chance(0.7)
        ? identifier.compared("@ IN @", " OR ", list)
        : identifier.compared("@ NOT IN @", " AND ", list);
  }

  /** Returns a derived table with an identifier that conditions above it must find below. */
  Source derived() {
    ImmutableList<Column> columns =
        COLUMNS.stream().map(tables.jobs()::column).collect(ImmutableList.toImmutableList());
    return new Source(
        new Table("", columns, ImmutableList.of("job_arn"), tables.jobs().identified()), "d");
  }

  /** Returns the text of such a table. */
  Fragment from(Source derived) {
    String columns = String.join(", ", COLUMNS);
    String all = "SELECT " + columns + " FROM model_import_jobs";
    String table =
        dice.of(
            all,
            all + " ORDER BY job_arn LIMIT " + dice.of(1, 5, 20, 1000),
            all + " WHERE status = 'Failed' UNION ALL " + all + " WHERE status <> 'Failed'",
            all + " UNION " + all,
            "SELECT DISTINCT " + columns + " FROM model_import_jobs",
            all + " GROUP BY " + columns,
            "SELECT "
                + columns
                + ", ROW_NUMBER() OVER (PARTITION BY status ORDER BY job_arn) AS place"
                + " FROM model_import_jobs");
    return Fragment.text("(" + table + ") AS " + derived.alias());
  }
}
