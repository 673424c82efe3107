package io.github.bedrocksql.dialect;

import java.lang.reflect.Type;
import java.util.function.UnaryOperator;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;

/** Calcite's way from a text to a plan, with this dialect's functions, types and checks. */
public final class DialectPrepare extends CalcitePrepareImpl {
  @Override
  public <T> CalciteSignature<T> prepareSql(
      Context context, Query<T> query, Type elementType, long maxRowCount) {
    Context dialect = new DialectContext(context);
    try {
      return super.prepareSql(dialect, query, elementType, maxRowCount);
    } catch (RuntimeException e) {
      throw Misspelling.explained(e, dialect, query.sql);
    }
  }

  @Override
  protected SqlRexConvertletTable createConvertletTable() {
    return DialectConvertlets.INSTANCE;
  }

  @Override
  protected CalcitePreparingStmt getPreparingStmt(
      Context context,
      Type elementType,
      CalciteCatalogReader catalogReader,
      RelOptPlanner planner) {
    EnumerableRel.Prefer prefer =
        elementType == Object[].class ? EnumerableRel.Prefer.ARRAY : EnumerableRel.Prefer.CUSTOM;
    return new CalcitePreparingStmt(
        this,
        context,
        catalogReader,
        context.getTypeFactory(),
        context.getRootSchema(),
        prefer,
        createCluster(planner, new RexBuilder(context.getTypeFactory())),
        EnumerableConvention.INSTANCE,
        createConvertletTable()) {
      @Override
      protected SqlValidator createSqlValidator(
          CatalogReader reader, UnaryOperator<SqlValidator.Config> settings) {
        return DialectValidator.of(context, (CalciteCatalogReader) reader, settings);
      }
    };
  }
}
