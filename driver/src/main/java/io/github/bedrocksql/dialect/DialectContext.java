package io.github.bedrocksql.dialect;

import io.github.bedrocksql.dialect.plan.PlanInMaking;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.tools.RelRunner;

/**
 * A connection's context, with the settings of the dialect.
 *
 * @param maxRows rows that the statement wants at most; 0 or less for all
 * @param making is notified of the plan that is made
 */
record DialectContext(CalcitePrepare.Context connection, long maxRows, PlanInMaking making)
    implements CalcitePrepare.Context {
  @Override
  public CalciteConnectionConfig config() {
    return Dialect.CONFIG;
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return connection.getTypeFactory();
  }

  @Override
  public CalciteSchema getRootSchema() {
    return connection.getRootSchema();
  }

  @Override
  public CalciteSchema getMutableRootSchema() {
    return connection.getMutableRootSchema();
  }

  @Override
  public List<String> getDefaultSchemaPath() {
    return connection.getDefaultSchemaPath();
  }

  @Override
  public CalcitePrepare.SparkHandler spark() {
    return connection.spark();
  }

  @Override
  public DataContext getDataContext() {
    return connection.getDataContext();
  }

  @Override
  public List<String> getObjectPath() {
    return connection.getObjectPath();
  }

  @Override
  public RelRunner getRelRunner() {
    return connection.getRelRunner();
  }
}
