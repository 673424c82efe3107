package io.github.bedrocksql.dialect.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far numbers are from their mean; nulls do not count. DOUBLEs are taken a row at a time
 * (Youngs and Cramer), all others are summed exactly: a sum of squares in a DOUBLE would lose what
 * large numbers differ by.
 */
final class Variance implements Accumulator {
  private final boolean ofSample;
  private final boolean root;
  private long count;
  private double sum;
  private double squares;
  private BigDecimal exactSum = BigDecimal.ZERO;
  private BigDecimal exactSquares = BigDecimal.ZERO;

  /**
   * Starts without numbers.
   *
   * @param ofSample whether the numbers are but a sample, of which one tells nothing
   * @param root whether the root is wanted: the standard deviation
   */
  Variance(boolean ofSample, boolean root) {
    this.ofSample = ofSample;
    this.root = root;
  }

  @Override
  public void add(Object[] arguments) {
    Object number = arguments[0];
    if (number == null) {
      return;
    }
    count++;
    if (number instanceof Double || number instanceof Float) {
      add(((Number) number).doubleValue());
    } else {
      BigDecimal exact = Values.decimal((Number) number);
      exactSum = exactSum.add(exact);
      exactSquares = exactSquares.add(exact.multiply(exact));
    }
  }

  private void add(double number) {
    sum += number;
    if (count > 1) {
      double fromMean = number * count - sum;
      squares += fromMean * fromMean / (count * (double) (count - 1));
    }
  }

  @Override
  public Object value() {
    long divisor = ofSample ? count - 1 : count;
    if (divisor <= 0) {
      return null;
    }
    if (exactSquares.signum() == 0) {
      double variance = squares / divisor;
      return root ? Math.sqrt(variance) : variance;
    }
    BigDecimal all = BigDecimal.valueOf(count);
    BigDecimal variance =
        all.multiply(exactSquares)
            .subtract(exactSum.multiply(exactSum))
            .divide(all.multiply(BigDecimal.valueOf(divisor)), MathContext.DECIMAL128);
    return (root ? variance.sqrt(MathContext.DECIMAL128) : variance).doubleValue();
  }
}
