package io.github.bedrocksql.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.BedrockViews;
import io.github.bedrocksql.adapter.table.TableDefinition;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import io.github.bedrocksql.pushdown.PushdownQuery.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The report shows of each table and view a list of all, a key, each filter, an order with a limit,
 * and a join, as far as the table's definition has them.
 */
class EveryTableIsShownTest {
  private static final ImmutableList<PushdownQuery> ALL =
      QueryTable.load().stream()
          .map(Section::queries)
          .flatMap(List::stream)
          .collect(ImmutableList.toImmutableList());

  /** Parameters that narrow nothing. */
  private static final Set<String> OF_PAGES = Set.of("maxResults", "sortBy", "sortOrder");

  static ImmutableList<TableDefinition> tables() {
    return BedrockTables.all();
  }

  static ImmutableList<ViewDefinition> views() {
    return BedrockViews.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tableIsShown(TableDefinition table) {
    String list = table.list().name();
    List<String> lacking = new ArrayList<>();
    if (none(table.name(), query -> isAlone(query) && lists(query, list, Set.of()))) {
      lacking.add("a list of all");
    }
    if (!table.hasOnlyListedElements()
        && none(table.name(), query -> query.calls().stream().allMatch(c -> gets(c, table)))) {
      lacking.add("a key");
    }
    filters(table.capability())
        .filter(filter -> none(table.name(), query -> lists(query, list, Set.of(filter))))
        .forEach(filter -> lacking.add("the filter " + filter));
    boolean ordered =
        table.capability().creation().filter(ListCapability.ByTime::orders).isPresent();
    if (none(table.name(), query -> isLimited(query) && (!ordered || isSorted(query, list)))) {
      lacking.add("an order with a limit");
    }
    if (none(table.name(), query -> !isAlone(query))) {
      lacking.add("a join");
    }
    assertThat(lacking).as(table.name()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("views")
  void viewIsShown(ViewDefinition view) {
    List<String> lacking = new ArrayList<>();
    if (none(view.name(), query -> query.calls().size() >= view.parts().size())) {
      lacking.add("a list of all");
    }
    if (none(view.name(), query -> query.mostCalls() == 1)) {
      lacking.add("a key");
    }
    view.parts().stream()
        .map(ViewDefinition.Part::kind)
        .filter(kind -> none(view.name(), query -> names(query, kind)))
        .forEach(kind -> lacking.add("the filter kind = '" + kind + "'"));
    if (none(view.name(), EveryTableIsShownTest::isLimited)) {
      lacking.add("an order with a limit");
    }
    if (none(view.name(), query -> !isAlone(query))) {
      lacking.add("a join");
    }
    assertThat(lacking).as(view.name()).isEmpty();
  }

  /** Whether no query over a table is such. */
  private static boolean none(String table, Predicate<PushdownQuery> such) {
    Pattern name = Pattern.compile("\\b(FROM|JOIN|,) " + table + "\\b");
    return ALL.stream()
        .filter(query -> !query.calls().isEmpty() && name.matcher(query.sql()).find())
        .noneMatch(such);
  }

  private static boolean names(PushdownQuery query, String kind) {
    return query.sql().contains("'" + kind + "'") || query.parameters().contains(kind);
  }

  private static boolean isAlone(PushdownQuery query) {
    return !query.sql().contains(" JOIN ") && !query.sql().substring(6).contains("SELECT ");
  }

  private static boolean isLimited(PushdownQuery query) {
    return query.sql().contains(" ORDER BY ") && query.sql().contains(" LIMIT ");
  }

  /** Whether a list is asked for with these parameters, and no others where there are none. */
  private static boolean lists(PushdownQuery query, String list, Set<String> parameters) {
    return query.calls().stream()
        .filter(calls -> calls.operation().equals(list))
        .map(calls -> calls.parameters().keySet())
        .anyMatch(
            names ->
                parameters.isEmpty() ? OF_PAGES.containsAll(names) : names.containsAll(parameters));
  }

  private static boolean isSorted(PushdownQuery query, String list) {
    return lists(query, list, Set.of("sortBy", "sortOrder"));
  }

  private static boolean gets(ExpectedCalls calls, TableDefinition table) {
    return calls.operation().equals(table.get().name());
  }

  /** Returns the parameters by which List narrows. */
  private static Stream<String> filters(ListCapability capability) {
    return Stream.of(
            capability.status().stream().map(ListCapability.ByStatus::parameter),
            capability.equal().values().stream().map(ListCapability.ByValue::parameter),
            capability.name().stream().map(ListCapability.ByPart::parameter),
            capability.creation().stream().map(ListCapability.ByTime::after),
            capability.creation().stream().map(ListCapability.ByTime::before))
        .flatMap(filters -> filters);
  }
}
