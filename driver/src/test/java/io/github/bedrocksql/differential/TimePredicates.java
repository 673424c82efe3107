package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.Set;

/** Conditions and expressions over times. */
final class TimePredicates {
  private final Dice dice;
  private final Operands operands;
  private final Set<Feature> features;

  TimePredicates(Dice dice, Operands operands, Set<Feature> features) {
    this.dice = dice;
    this.operands = operands;
    this.features = features;
  }

  Fragment over(Term term) {
    return dice.<Fragment>choice()
        .add(8, () -> bounds(term))
        .add(3, () -> Fragment.of("@ BETWEEN @ AND @", term.sql(), near(term), near(term)))
        .add(2, () -> now(term))
        .add(2, () -> cast(term))
        .add(1, () -> extract(term))
        .add(1, () -> shifted(term))
        .addIf(features.contains(Feature.INTERVALS), 2, () -> interval(term))
        .make();
  }

  private Fragment interval(Term term) {
    return dice.<Fragment>choice()
        .add(
            2,
            () ->
                Fragment.of(
                    "@ "
                        + dice.of(
                            "+ INTERVAL '1-2' YEAR TO MONTH",
                            "- INTERVAL '3' MONTH",
                            "+ INTERVAL '1' YEAR",
                            "- INTERVAL '2 03:04:05.678' DAY TO SECOND",
                            "+ INTERVAL '12:30' HOUR TO MINUTE",
                            "- 3 * INTERVAL '8' HOUR",
                            "+ INTERVAL '90' SECOND * 2",
                            "- INTERVAL '-5' MINUTE")
                        + dice.of(" > @", " <= @"),
                    term.sql(),
                    near(term)))
        .add(
            2,
            () ->
                Fragment.of(
                    "(@ - @) DAY(9) TO SECOND"
                        + dice.of(
                            " > INTERVAL '2' HOUR",
                            " <= INTERVAL '100' DAY(3)",
                            " < INTERVAL '1 02:03:04' DAY TO SECOND",
                            " = INTERVAL '0' SECOND"),
                    term.sql(),
                    operands.literalNear(term)))
        .make();
  }

  private Fragment near(Term term) {
    return operands.near(term);
  }

  private Fragment bounds(Term term) {
    Fragment lower = Fragment.of("@" + dice.of(" > ", " >= ") + "@", term.sql(), near(term));
    Fragment upper = Fragment.of("@" + dice.of(" < ", " <= ") + "@", term.sql(), near(term));
    return dice.<Fragment>choice()
        .add(1, () -> lower)
        .add(1, () -> upper)
        .add(
            1,
            () -> Fragment.of("(@ AND @)", lower, upper).withParts(ImmutableList.of(lower, upper)))
        .make();
  }

  /** The jobs are old: whenever the test runs, the answer is the same. */
  private Fragment now(Term term) {
    return Fragment.of(
        "@ "
            + dice.of(
                "< CURRENT_TIMESTAMP",
                ">= CURRENT_TIMESTAMP",
                "> CURRENT_TIMESTAMP - INTERVAL '7' DAY",
                "< CURRENT_TIMESTAMP - INTERVAL '12' HOUR",
                "> CURRENT_TIMESTAMP - INTERVAL '90000' DAY(5)"),
        term.sql());
  }

  private Fragment cast(Term term) {
    String literal = operands.literalNear(term).h2().substring("TIMESTAMP ".length());
    return Fragment.of(
        "@" + dice.of(" < ", " >= ", " = ") + "CAST(@ AS TIMESTAMP(3))",
        term.sql(),
        Fragment.text(literal));
  }

  private Fragment extract(Term term) {
    return Fragment.of(
        dice.of(
            "EXTRACT(MONTH FROM @) = 3",
            "EXTRACT(HOUR FROM @) < 9",
            "EXTRACT(YEAR FROM @) > 2023",
            "EXTRACT(EPOCH FROM @) >= 1714564800",
            "EXTRACT(QUARTER FROM @) < 3"),
        term.sql());
  }

  private Fragment shifted(Term term) {
    return Fragment.of(
        "@ " + dice.of("+ INTERVAL '1' HOUR", "- INTERVAL '2' DAY") + " > @",
        term.sql(),
        near(term));
  }

  Term expression(Term term) {
    return dice.<Term>choice()
        .add(
            1,
            () ->
                term.as(
                    Fragment.of(
                        "EXTRACT(" + dice.of("DAY", "HOUR", "MONTH", "QUARTER", "DOY") + " FROM @)",
                        term.sql()),
                    ColumnType.LONG))
        .add(1, () -> term.as(Fragment.of("FLOOR(@ TO HOUR)", "DATE_TRUNC('HOUR', @)", term.sql())))
        .add(1, () -> term.as(Fragment.of("@ + INTERVAL '90' MINUTE", term.sql())))
        .make();
  }
}
