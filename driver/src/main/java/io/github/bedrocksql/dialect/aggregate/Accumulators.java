package io.github.bedrocksql.dialect.aggregate;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/** The aggregates that a window can have. AVG and the like come as sums and counts. */
public final class Accumulators {
  /** Before the names of aggregates that Calcite has not, or has otherwise. */
  private static final String OF_OURS = "our ";

  private static final Map<String, Function<SqlTypeName, Supplier<Accumulator>>> ALL =
      ImmutableMap.<String, Function<SqlTypeName, Supplier<Accumulator>>>builder()
          .put(SqlKind.COUNT.name(), type -> Count::new)
          .put(SqlKind.REGR_COUNT.name(), type -> Count::new)
          .put(SqlKind.SUM.name(), type -> () -> new Sum(sum(type), type))
          .put(SqlKind.SUM0.name(), type -> () -> new Fold(sum(type), Values.as(0L, type)))
          .put(SqlKind.MIN.name(), type -> () -> new Fold(Accumulators::lesser, null))
          .put(SqlKind.MAX.name(), type -> () -> new Fold(Accumulators::greater, null))
          .put(SqlKind.ANY_VALUE.name(), type -> () -> new Fold((a, b) -> a, null))
          .put(SqlKind.BIT_AND.name(), type -> () -> new Fold(bits(type, (a, b) -> a & b), null))
          .put(SqlKind.BIT_OR.name(), type -> () -> new Fold(bits(type, (a, b) -> a | b), null))
          .put(SqlKind.BIT_XOR.name(), type -> () -> new Fold(bits(type, (a, b) -> a ^ b), null))
          .put(SqlKind.LISTAGG.name(), type -> Text::new)
          .put(SqlKind.STRING_AGG.name(), type -> Text::new)
          .put(SqlKind.ARRAY_AGG.name(), type -> Elements::new)
          .put(OF_OURS + "PERCENTILE_CONT", type -> () -> new Percentile(true, type))
          .put(OF_OURS + "PERCENTILE_DISC", type -> () -> new Percentile(false, type))
          .put(OF_OURS + "MODE", type -> MostFrequent::new)
          .put(OF_OURS + "STDDEV", type -> () -> new Variance(true, true))
          .put(OF_OURS + "STDDEV_POP", type -> () -> new Variance(false, true))
          .put(OF_OURS + "STDDEV_SAMP", type -> () -> new Variance(true, true))
          .put(OF_OURS + "VARIANCE", type -> () -> new Variance(true, false))
          .put(OF_OURS + "VAR_POP", type -> () -> new Variance(false, false))
          .put(OF_OURS + "VAR_SAMP", type -> () -> new Variance(true, false))
          .put(OF_OURS + "CORR", type -> Regression::correlation)
          .put(OF_OURS + "COVAR_POP", type -> Regression::covariance)
          .put(OF_OURS + "COVAR_SAMP", type -> Regression::covarianceOfSample)
          .put(OF_OURS + "REGR_SLOPE", type -> Regression::slope)
          .put(OF_OURS + "REGR_INTERCEPT", type -> Regression::intercept)
          .put(OF_OURS + "REGR_R2", type -> Regression::determination)
          .put(OF_OURS + "REGR_AVGX", type -> Regression::meanX)
          .put(OF_OURS + "REGR_AVGY", type -> Regression::meanY)
          .put(OF_OURS + "REGR_SXX", type -> Regression::squaresX)
          .put(OF_OURS + "REGR_SXY", type -> Regression::products)
          .put(OF_OURS + "REGR_SYY", type -> Regression::squaresY)
          .buildOrThrow();

  private Accumulators() {}

  static boolean isKnown(SqlAggFunction function) {
    return ALL.containsKey(name(function));
  }

  static Supplier<Accumulator> of(SqlAggFunction function, SqlTypeName type) {
    return of(name(function), type);
  }

  private static Supplier<Accumulator> of(String name, SqlTypeName type) {
    return ALL.get(name).apply(type);
  }

  /** Returns the name by which an aggregate is started. */
  static String name(SqlAggFunction function) {
    return function.getKind() == SqlKind.OTHER_FUNCTION
        ? OF_OURS + function.getName()
        : function.getKind().name();
  }

  /** Whether it is an aggregate that only this package runs. */
  static boolean isOurs(SqlAggFunction function) {
    return ALL.containsKey(OF_OURS + function.getName())
        && function.getKind() == SqlKind.OTHER_FUNCTION;
  }

  /** Starts an aggregate; the code of a plan names what it is of. */
  public static Accumulator start(String name, String type, boolean distinct) {
    Accumulator all = of(name, SqlTypeName.valueOf(type)).get();
    return distinct ? new Distinct(all) : all;
  }

  private static BinaryOperator<Object> sum(SqlTypeName type) {
    return switch (type) {
      case DOUBLE, FLOAT, REAL ->
          (a, b) -> Values.as(((Number) a).doubleValue() + ((Number) b).doubleValue(), type);
      case DECIMAL -> (a, b) -> Values.decimal((Number) a).add(Values.decimal((Number) b));
      default ->
          (a, b) ->
              Values.as(Math.addExact(((Number) a).longValue(), ((Number) b).longValue()), type);
    };
  }

  private static BinaryOperator<Object> bits(SqlTypeName type, BinaryOperator<Long> operator) {
    return (a, b) ->
        Values.as(operator.apply(((Number) a).longValue(), ((Number) b).longValue()), type);
  }

  private static Object lesser(Object one, Object other) {
    return Values.NATURAL.compare(other, one) < 0 ? other : one;
  }

  private static Object greater(Object one, Object other) {
    return Values.NATURAL.compare(other, one) > 0 ? other : one;
  }

  /** How many rows have none of their arguments null. */
  private static final class Count implements Accumulator {
    private long count;

    @Override
    public void add(Object[] arguments) {
      count += Arrays.stream(arguments).allMatch(Objects::nonNull) ? 1 : 0;
    }

    @Override
    public Object value() {
      return count;
    }
  }

  /** Values that two by two become one; nulls do not count. */
  private static final class Fold implements Accumulator {
    private final BinaryOperator<Object> operator;
    private Object value;

    Fold(BinaryOperator<Object> operator, Object first) {
      this.operator = operator;
      this.value = first;
    }

    @Override
    public void add(Object[] arguments) {
      Object next = arguments[0];
      if (next != null) {
        value = value == null ? next : operator.apply(value, next);
      }
    }

    @Override
    public Object value() {
      return value;
    }
  }

  /** A sum, which is null until there is a number. */
  private static final class Sum implements Accumulator {
    private final BinaryOperator<Object> operator;
    private final SqlTypeName type;
    private Object value;

    Sum(BinaryOperator<Object> operator, SqlTypeName type) {
      this.operator = operator;
      this.type = type;
    }

    @Override
    public void add(Object[] arguments) {
      if (arguments[0] != null) {
        value = operator.apply(value == null ? Values.as(0L, type) : value, arguments[0]);
      }
    }

    @Override
    public Object value() {
      return value;
    }
  }

  /** Texts, each but the first after its separator. */
  private static final class Text implements Accumulator {
    private StringBuilder text;

    @Override
    public void add(Object[] arguments) {
      if (arguments[0] == null) {
        return;
      }
      if (text == null) {
        text = new StringBuilder();
      } else {
        text.append(arguments.length > 1 ? Objects.toString(arguments[1], "") : ",");
      }
      text.append(arguments[0]);
    }

    @Override
    public Object value() {
      return text == null ? null : text.toString();
    }
  }

  /** All values, nulls too. */
  private static final class Elements implements Accumulator {
    private final List<Object> elements = new ArrayList<>();

    @Override
    public void add(Object[] arguments) {
      elements.add(arguments[0]);
    }

    @Override
    public Object value() {
      return elements.isEmpty() ? null : new ArrayList<>(elements);
    }
  }

  /** Each row of arguments but once. */
  private static final class Distinct implements Accumulator {
    private final Accumulator accumulator;
    private final Set<Object> seen = new HashSet<>();

    Distinct(Accumulator accumulator) {
      this.accumulator = accumulator;
    }

    @Override
    public void add(Object[] arguments) {
      if (seen.add(Values.hashable(arguments))) {
        accumulator.add(arguments);
      }
    }

    @Override
    public Object value() {
      return accumulator.value();
    }
  }
}
