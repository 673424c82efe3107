package io.github.bedrocksql.dialect.validate;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.schema.SchemaPlus;

/**
 * The parameters that are numbers of rows, {@code LIMIT ?}. Calcite takes a negative one for none,
 * and fails at a null.
 *
 * @param parameters by the names that an execution has them by
 */
public record RowCounts(ImmutableMap<String, RowCount> parameters) {
  /** Returns a plan that fails at a negative number, before it reads any row. */
  public <T> Bindable<T> checked(Bindable<T> plan) {
    return parameters.isEmpty()
        ? plan
        : context ->
            plan.bind(
                new CheckedContext(
                    context,
                    ImmutableMap.copyOf(
                        Maps.transformEntries(
                            parameters, (name, count) -> count.of(context.get(name))))));
  }

  /** Another context, with checked numbers of rows. */
  private record CheckedContext(DataContext context, Map<String, Object> counts)
      implements DataContext {
    @Override
    public SchemaPlus getRootSchema() {
      return context.getRootSchema();
    }

    @Override
    public JavaTypeFactory getTypeFactory() {
      return context.getTypeFactory();
    }

    @Override
    public QueryProvider getQueryProvider() {
      return context.getQueryProvider();
    }

    @Override
    public Object get(String name) {
      Object count = counts.get(name);
      return count == null ? context.get(name) : count;
    }
  }
}
