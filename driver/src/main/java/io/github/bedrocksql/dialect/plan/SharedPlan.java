package io.github.bedrocksql.dialect.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.session.PlanPart;
import io.github.bedrocksql.dialect.aggregate.WindowProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.jdbc.CalcitePrepare.CalciteSignature;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.Bindable;

/**
 * A plan that refers to no connection and holds nothing of an execution, so that any number may run
 * it at once.
 *
 * @param parts the objects that its code reads by name
 */
record SharedPlan(
    ImmutableList<AvaticaParameter> parameters,
    ImmutableMap<String, Object> parts,
    RelDataType rowType,
    ImmutableList<ColumnMetaData> columns,
    Meta.CursorFactory cursors,
    ImmutableList<RelCollation> order,
    Bindable<?> code,
    Meta.StatementType type) {

  /** What code reads by a name like this was handed to it; the rest was for the compiler. */
  private static final String HANDED_OVER = "v\\d+stashed";

  /**
   * Returns what of a plan can be shared; empty if it has parts that can't be, as the rows that a
   * recursive query collects.
   */
  static <T> Optional<SharedPlan> of(CalciteSignature<T> made, Bindable<?> code) {
    ImmutableMap.Builder<String, Object> parts = ImmutableMap.builder();
    for (Map.Entry<String, Object> part : made.internalParameters.entrySet()) {
      if (part.getKey().matches(HANDED_OVER)) {
        Object value = part.getValue();
        boolean shared =
            value instanceof PlanPart
                || value instanceof WindowProgram
                || value instanceof Enumerable<?>;
        if (!shared) {
          return Optional.empty();
        }
        parts.put(part);
      }
    }
    return Optional.of(
        new SharedPlan(
            ImmutableList.copyOf(made.parameters),
            parts.buildOrThrow(),
            made.rowType,
            ImmutableList.copyOf(made.columns),
            made.cursorFactory,
            ImmutableList.copyOf(made.getCollationList()),
            code,
            made.statementType));
  }

  /**
   * Returns the plan of a statement of one connection.
   *
   * @param values of the parameters, by name, if the statement's own text has literals for them
   * @param maxRows rows that the statement wants at most; 0 or less for all
   */
  @SuppressWarnings("unchecked") // What a statement's rows are is not known to the compiler.
  <T> CalciteSignature<T> signature(
      String sql, CalciteSchema root, Optional<ImmutableMap<String, Object>> values, long maxRows) {
    Map<String, Object> own = new HashMap<>(parts);
    values.ifPresent(own::putAll);
    List<AvaticaParameter> open = values.isPresent() ? ImmutableList.of() : parameters;
    return new CalciteSignature<>(
        sql, open, own, rowType, columns, cursors, root, order, maxRows, (Bindable<T>) code, type);
  }
}
