package io.github.bedrocksql.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.pushdown.PushdownQuery.Section;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.taste.Taste;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every entry of the table is run over HTTP: its rows, its requests, its plan. {@code
 * -Dpushdown.only=text} runs the entries whose place, section or SQL has that text, {@code
 * -Dtest.each=3} every third of a section.
 */
class PushdownTest {
  private static final String ONLY = System.getProperty("pushdown.only", "");

  @TestFactory
  List<DynamicNode> everyQueryMakesTheCallsItsLineSays() {
    List<DynamicNode> nodes = QueryTable.load().stream().map(PushdownTest::node).toList();
    assertThat(QueryTable.load().stream().flatMap(s -> wanted(s).stream()))
        .as("entries with the text of -Dpushdown.only: %s", ONLY)
        .isNotEmpty();
    return nodes;
  }

  private static DynamicNode node(Section section) {
    return dynamicContainer(
        section.title(),
        wanted(section).stream()
            .map(query -> dynamicTest(query.place() + " " + query.sql(), () -> check(query))));
  }

  private static List<PushdownQuery> wanted(Section section) {
    return Taste.of(
        section.queries().stream()
            .filter(q -> has(section.title()) || has(q.place()) || has(q.sql()))
            .toList());
  }

  private static boolean has(String text) {
    return text.toLowerCase(Locale.ROOT).contains(ONLY.toLowerCase(Locale.ROOT));
  }

  /** All that is wrong is said at once, with the line: surefire's report has no other name. */
  private static void check(PushdownQuery query) {
    SoftAssertions softly = new SoftAssertions();
    try (QuerySession session = new QuerySession(query.data())) {
      session.runBefore(query);
      if (!query.plan().isEmpty()) {
        checkPlan(query, session, softly);
      }
      checkRun(query, session, softly);
    } catch (SQLException | RuntimeException e) {
      softly.fail(query.place() + " " + query.sql() + "\n" + e.getMessage(), e);
    }
    softly.assertAll();
  }

  /** Before it runs: a plan is what is known by then. */
  private static void checkPlan(PushdownQuery query, QuerySession session, SoftAssertions softly)
      throws SQLException {
    int before = session.requests().size();
    softly.assertThat(session.plan(query)).as("%s plan", query.place()).contains(query.plan());
    softly
        .assertThat(session.requests())
        .as("%s requests of EXPLAIN", query.place())
        .hasSize(before);
  }

  private static void checkRun(PushdownQuery query, QuerySession session, SoftAssertions softly)
      throws SQLException {
    List<String> rows = session.run(query);
    ImmutableList<RecordedRequest> requests = session.requests();
    softly.assertThat(query.rows().mismatch(rows)).as("%s rows", query.place()).isEmpty();
    softly
        .assertThat(CallCheck.mismatch(query.calls(), requests))
        .as("%s calls", query.place())
        .isEmpty();
  }
}
