package io.github.bedrocksql.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.pushdown.PushdownQuery.Section;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of the table: what it says is understood, and a mistake is named with its line. */
class QueryFileParserTest {
  private static final String GOOD =
      """
      # comment
      section Keys
      sandbox generated 40

      query
        SELECT 1
        FROM t WHERE a = ?
      param null
      rows 1 in order
        a | null
      calls
        1 ListModelImportJobs maxResults=1000 nameContains=*
        2..4 GetModelImportJob
      plan Get
      fewest 3
      why because

      again
      rows any
      calls none
      fewest 0
      """;

  private static List<Section> parse(String text) {
    return new QueryFileParser("x.queries", text).parse();
  }

  @Test
  void entryIsRead() {
    PushdownQuery query = parse(GOOD).get(0).queries().get(0);
    assertThat(query.place()).isEqualTo("x.queries:5");
    assertThat(query.sql()).isEqualTo("SELECT 1 FROM t WHERE a = ?");
    assertThat(query.parameters()).containsExactly(Optional.empty());
    assertThat(query.rows().ordered()).isTrue();
    assertThat(query.rows().values()).containsExactly("a | null");
    assertThat(query.calls()).hasSize(2);
    assertThat(query.leastCalls()).isEqualTo(3);
    assertThat(query.mostCalls()).isEqualTo(5);
    assertThat(query.plan()).containsExactly("Get");
    assertThat(query.why()).contains("because");
  }

  @Test
  void againIsTheSameQueryAfterTheFormer() {
    List<PushdownQuery> queries = parse(GOOD).get(0).queries();
    assertThat(queries.get(1).sql()).isEqualTo(queries.get(0).sql());
    assertThat(queries.get(1).parameters()).isEqualTo(queries.get(0).parameters());
    assertThat(queries.get(1).after()).contains(queries.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "section Keys > sections Keys > x.queries:2: expected 'section', found 'sections'",
        "generated 40 > generated many > x.queries:3: expected 'sandbox samples'",
        "sandbox generated 40 > # > x.queries:5: no sandbox is named before",
        "param null > param text x > x.queries:8: unknown type of a parameter: text",
        "param null > param int x > x.queries:8: not of the type int: x",
        "rows 1 in > rows 2 in > x.queries:9: 2 rows are said and 1 shown",
        "rows 1 in order > rows few > x.queries:9: expected 'rows <count>'",
        "calls none > calls > x.queries:20: expected 'calls none'",
        "2..4 > 4..2 > x.queries:11: counts run upward",
        "2..4 Get > Get > x.queries:11: expected '<count> <Operation>",
        "nameContains=* > nameContains > x.queries:11: expected name=value",
        "fewest 3 > fewest few > x.queries:15: expected a number of calls",
        "fewest 3 > fewest 4 > x.queries:15: less than the fewest are made: 3",
        "why because > # > x.queries:15: more than the fewest are made",
        "fewest 0 > # > x.queries:22: expected 'fewest', found the end",
      })
  void mistakeIsNamedWithItsLine(String good, String bad, String message) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> parse(GOOD.replace(good, bad)))
        .isInstanceOf(QueryFormatException.class)
        .hasMessageStartingWith(message);
  }
}
