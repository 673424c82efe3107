package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.DateArithmetic;
import io.github.bedrocksql.dialect.time.IntervalText;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.Literals;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Intervals as the parse tree has them, and those that PostgreSQL makes of a number and its unit:
 * {@code (n || ' days')::interval}, {@code make_interval(days => n)}.
 */
final class IntervalForms {
  private static final SqlIntervalQualifier MONTHS =
      new SqlIntervalQualifier(TimeUnit.MONTH, 9, null, -1, SqlParserPos.ZERO);

  /** What make_interval takes, in this order. */
  private static final ImmutableList<String> PARTS =
      ImmutableList.of("years", "months", "weeks", "days", "hours", "mins", "secs");

  private static final ImmutableMap<String, IntervalText> UNITS =
      PARTS.stream()
          .collect(ImmutableMap.toImmutableMap(part -> part, part -> unit(part).orElseThrow()));

  private IntervalForms() {}

  /** Returns an interval that is known: standard SQL has those of months and of days, no mixed. */
  static SqlNode literal(IntervalText interval, SqlNode written) {
    if (interval.months() != 0 && interval.millis() != 0) {
      throw mixed(written);
    }
    return interval.months() == 0
        ? daysToSeconds(interval, written.getParserPosition())
        : months(interval, written.getParserPosition());
  }

  private static RuntimeException mixed(SqlNode written) {
    return LocatedError.at(
        written,
        SqlState.NOT_SUPPORTED.exception(
            "An interval of both months and days is supported only where it is added to a time"
                + " or subtracted from it"));
  }

  static SqlNode months(IntervalText interval, SqlParserPos place) {
    return SqlLiteral.createInterval(
        interval.months() < 0 ? -1 : 1, String.valueOf(Math.abs(interval.months())), MONTHS, place);
  }

  static SqlNode daysToSeconds(IntervalText interval, SqlParserPos place) {
    Duration length = Duration.ofMillis(interval.millis()).abs();
    return SqlLiteral.createInterval(
        interval.millis() < 0 ? -1 : 1,
        String.format(
            Locale.ROOT,
            "%d %02d:%02d:%02d.%03d",
            length.toDays(),
            length.toHoursPart(),
            length.toMinutesPart(),
            length.toSecondsPart(),
            length.toMillisPart()),
        DateArithmetic.DAYS_TO_SECONDS,
        place);
  }

  /** Returns {@code (n || ' days')::interval} as a product; empty for what is not such a cast. */
  static Optional<SqlNode> product(SqlCall cast) {
    if (!WrittenCast.isToInterval(cast)
        || !(cast.operand(0) instanceof SqlCall text)
        || text.operandCount() != 2
        || !(CallName.of(text).equals("||") || CallName.of(text).equals("CONCAT"))) {
      return Optional.empty();
    }
    return Literals.text(text.operand(1))
        .flatMap(IntervalForms::unit)
        .map(unit -> product(number(text.operand(0)), unit, cast));
  }

  /** Returns the interval that one of a unit is; empty for a text that is not a unit. */
  private static Optional<IntervalText> unit(String name) {
    if (!name.isBlank() && Character.isLetter(name.strip().charAt(0))) {
      try {
        return Optional.of(IntervalText.parse("1 " + name));
      } catch (SQLException e) {
        return Optional.empty(); // It may be one with what stands before it.
      }
    }
    return Optional.empty();
  }

  private static SqlNode product(SqlNode number, IntervalText unit, SqlNode written) {
    return SqlStdOperatorTable.MULTIPLY.createCall(
        written.getParserPosition(), number, literal(unit, written));
  }

  /** Returns the number that a text is made of. */
  private static SqlNode number(SqlNode text) {
    if (WrittenCast.is(text)) {
      return ((SqlCall) text).operand(0);
    }
    return Literals.text(text)
        .map(
            written -> {
              try {
                return (SqlNode)
                    SqlLiteral.createExactNumeric(
                        new BigDecimal(written.strip()).toPlainString(), text.getParserPosition());
              } catch (NumberFormatException e) {
                throw LocatedError.at(
                    text,
                    SqlState.INVALID_DATETIME.exception("'" + written + "' is not a number", e));
              }
            })
        .orElse(text);
  }

  /** Returns {@code make_interval(days => 3)} as a sum of products. */
  static SqlNode made(SqlCall call) {
    List<SqlNode> months = new ArrayList<>();
    List<SqlNode> rest = new ArrayList<>();
    for (int i = 0; i < call.operandCount(); i++) {
      SqlNode operand = call.operand(i);
      String part = i < PARTS.size() ? PARTS.get(i) : "";
      SqlNode number = operand;
      if (operand.getKind() == SqlKind.ARGUMENT_ASSIGNMENT) {
        SqlCall named = (SqlCall) operand;
        part = ((SqlIdentifier) named.operand(1)).getSimple().toLowerCase(Locale.ROOT);
        number = named.operand(0);
      }
      IntervalText unit = UNITS.get(part);
      if (unit == null) {
        throw LocatedError.at(
            operand,
            SqlState.UNKNOWN_FUNCTION.exception(
                "make_interval takes " + String.join(", ", PARTS) + ", as in days => 10"));
      }
      boolean none =
          number instanceof SqlNumericLiteral literal && literal.bigDecimalValue().signum() == 0;
      if (!none) {
        (unit.months() == 0 ? rest : months).add(product(number, unit, call));
      }
    }
    if (!months.isEmpty() && !rest.isEmpty()) {
      throw mixed(call);
    }
    months.addAll(rest);
    return months.stream()
        .reduce(
            (one, other) -> DateArithmetic.PLUS.createCall(call.getParserPosition(), one, other))
        .orElseGet(() -> literal(new IntervalText(0, 0), call));
  }
}
