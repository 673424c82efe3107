package io.github.bedrocksql.dialect.function;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.List;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;

/**
 * A function that a static method of ours is, looked up once a plan's code calls it. Calcite looks
 * it up at once, and loads what makes code of each of its own functions to do so.
 */
class RoutineFunction implements ScalarFunction, ImplementableFunction {
  private final Supplier<ScalarFunctionImpl> found;

  RoutineFunction(Class<?> owner, String method) {
    this.found =
        Suppliers.memoize(() -> (ScalarFunctionImpl) ScalarFunctionImpl.create(owner, method));
  }

  @Override
  public RelDataType getReturnType(RelDataTypeFactory typeFactory) {
    return found.get().getReturnType(typeFactory);
  }

  @Override
  public List<FunctionParameter> getParameters() {
    return found.get().getParameters();
  }

  @Override
  public CallImplementor getImplementor() {
    return found.get().getImplementor();
  }
}
