package io.github.bedrocksql.adapter;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.execute.ScanExecutor;
import io.github.bedrocksql.adapter.plan.ScanBinding;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.BedrockViews;
import io.github.bedrocksql.adapter.table.TableDefinition;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The tables of one configuration, and the session that their scans share. */
public final class BedrockSchema extends AbstractSchema implements AutoCloseable {
  /** The name that the driver gives the schema. */
  public static final String NAME = "bedrock";

  private final ApiSession session;
  private final boolean nativeArrays;
  private final boolean budgeted;

  /** Of each table, made when it is first asked for: few statements read more than one. */
  private final ImmutableList<Supplier<TableDescription>> descriptions;

  private final ImmutableMap<String, Table> tables;

  /** Makes the schema; nothing is called before a table is scanned. */
  public BedrockSchema(BedrockConfig config) {
    this.session = new ApiSession(config);
    this.nativeArrays = config.nativeArrays();
    this.budgeted = config.maxApiCalls().isPresent();
    ScanExecutor executor = new ScanExecutor(session);
    Map<String, TableDefinition> definitions = BedrockTables.byName(nativeArrays);
    ImmutableList.Builder<Supplier<TableDescription>> described = ImmutableList.builder();
    ImmutableMap.Builder<String, Table> all = ImmutableMap.builder();
    for (String name : definitions.keySet()) {
      Supplier<TableDescription> description =
          Suppliers.memoize(() -> TableDescription.of(definitions.get(name)));
      described.add(description);
      all.put(
          name,
          new BedrockTable(
              description,
              Suppliers.memoize(() -> new ScanBinding(definitions.get(name), executor))));
    }
    for (ViewDefinition view : BedrockViews.all()) {
      Supplier<TableDescription> description =
          Suppliers.memoize(() -> TableDescription.of(view, definitions));
      described.add(description);
      all.put(view.name(), new BedrockView(description, view.parts()));
    }
    for (SystemTable table : SystemTables.of(session)) {
      described.add(table::description);
      all.put(table.description().name(), table);
    }
    this.descriptions = described.build();
    this.tables = all.buildOrThrow();
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }

  /** Returns the tables' descriptions, in the order of the documentation. */
  public ImmutableList<TableDescription> descriptions() {
    return descriptions.stream().map(Supplier::get).collect(ImmutableList.toImmutableList());
  }

  /** Returns what the scans of this schema share. */
  public ApiSession session() {
    return session;
  }

  /** Returns what plans depend on beside their text, but for the sizes of lists. */
  public PlanScope planScope() {
    return new PlanScope(budgeted, nativeArrays, session.targetsIfKnown());
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  /** Ends the session; scans under way fail. */
  @Override
  public void close() {
    session.close();
  }
}
