package io.github.bedrocksql.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.dialect.grammar.Trees;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the generator makes up is to this driver's grammar what it is to Calcite's. */
class GeneratedTreesTest {
  private static final int QUERIES = Integer.getInteger("differential.queries", 1_000);

  @Test
  void treesAreThoseOfCalcite() {
    DataSet data = DataSet.withDistinctTimes();
    Values values =
        new Values(List.of(ShownRows.of(data, Mode.PLAIN)), Values.PUSHED_OF_IMPORTS, true);
    Set<Feature> features = EnumSet.allOf(Feature.class);
    int read = 0;
    for (int seed = 0; seed < QUERIES; seed++) {
      String sql =
          new QueryGenerator(new Dice(seed), values, Tables.ofImports(features), features)
              .next()
              .text()
              .bedrock();
      read += Trees.assertSame(sql) ? 1 : 0;
    }
    // Those with a reserved word as a name are beyond Calcite.
    assertThat(read).isGreaterThan(QUERIES / 2);
  }
}
