package io.github.bedrocksql.differential;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs queries on both sides. */
record Trial(Target target, Reference reference) {
  /**
   * What is wrong with an answer.
   *
   * @param refused whether there were no rows at all but an exception
   */
  record Failure(Fragment query, boolean refused, String what, String requests) {
    @Override
    public String toString() {
      return "%s\n  parameters %s\n  -> %s\n  requests: %s\n  reference: %s\n  parameters %s"
          .formatted(
              query.bedrock(),
              query.parameters(),
              what,
              requests,
              query.h2(),
              query.h2Parameters());
    }
  }

  /** An execution of the query under test. */
  interface Execution {
    List<List<Object>> run() throws SQLException;
  }

  /** Returns what is wrong with the answer of a new statement. */
  Optional<Failure> run(Sql sql) {
    Fragment query = sql.text();
    return compare(query, expected(sql.reference()), sql.check(), () -> target.run(query));
  }

  /**
   * Returns the rows there should be.
   *
   * @throws IllegalStateException if the reference refuses the query, which then should not have
   *     been made
   */
  List<List<Object>> expected(Fragment query) {
    try {
      return reference.run(query);
    } catch (SQLException e) {
      ReferenceFault.check(e);
      throw new IllegalStateException("H2: " + query.h2() + " " + query.h2Parameters(), e);
    }
  }

  /** Returns what is wrong with the answer of an execution. */
  @SuppressWarnings("CatchingUnchecked") // Whatever comes instead of rows is a failure.
  Optional<Failure> compare(
      Fragment query, List<List<Object>> expected, Check check, Execution execution) {
    List<List<Object>> got;
    try {
      got = execution.run();
    } catch (SQLException | RuntimeException | Error e) {
      String what = "%s\n  expected %d rows".formatted(brief(e), expected.size());
      return Optional.of(new Failure(query, true, what, target.requests()));
    }
    String difference = Comparison.difference(check, got, expected);
    return difference.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failure(query, false, difference, target.requests()));
  }

  /** A stack trace's top and its causes, for a failure of the code generator shows all code. */
  private static String brief(Throwable failure) {
    StringBuilder brief = new StringBuilder();
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      String text = cause.toString();
      brief.append(brief.length() == 0 ? "" : "\n    caused by ");
      brief.append(text.length() > 700 ? text.substring(0, 700) + "..." : text);
      for (StackTraceElement element : cause.getStackTrace()) {
        if (element.getClassName().startsWith("io.github.bedrocksql.adapter")) {
          brief.append("\n      at ").append(element);
          break;
        }
      }
    }
    return brief.toString();
  }
}
