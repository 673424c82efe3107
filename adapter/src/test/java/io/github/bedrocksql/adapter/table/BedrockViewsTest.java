package io.github.bedrocksql.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.table.ViewDefinition.ViewColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BedrockViewsTest {
  static Iterable<ViewDefinition> views() {
    return BedrockViews.all();
  }

  /** A misspelt name would be a column of nulls. */
  @ParameterizedTest
  @MethodSource("views")
  void namesOfColumnsAreThoseOfTheViewAndTheTable(ViewDefinition view) {
    assertThat(view.parts())
        .allSatisfy(
            part -> {
              assertThat(view.columns())
                  .extracting(ViewColumn::name)
                  .containsAll(part.named().keySet());
              assertThat(Tables.named(part.table()).columnNames())
                  .containsAll(part.named().values());
            });
  }
}
