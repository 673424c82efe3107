package io.github.bedrocksql.dialect.aggregate;

import java.util.function.Function;

/**
 * What two numbers have to do with each other, a row at a time (Youngs and Cramer); a row with a
 * null does not count. The first argument is y, the second x.
 */
final class Regression implements Accumulator {
  private final Function<Regression, Double> result;
  private long count;
  private double sumX;
  private double sumY;
  private double squaresX;
  private double squaresY;
  private double products;

  private Regression(Function<Regression, Double> result) {
    this.result = result;
  }

  static Accumulator correlation() {
    return new Regression(
        all ->
            all.squaresX == 0 || all.squaresY == 0
                ? null
                : (Double) (all.products / Math.sqrt(all.squaresX * all.squaresY)));
  }

  static Accumulator slope() {
    return new Regression(all -> all.squaresX == 0 ? null : (Double) all.gradient());
  }

  static Accumulator intercept() {
    return new Regression(
        all ->
            all.squaresX == 0
                ? null
                : (Double) ((all.sumY - all.sumX * all.products / all.squaresX) / all.count));
  }

  static Accumulator determination() {
    return new Regression(
        all ->
            all.squaresX == 0
                ? null
                : all.squaresY == 0
                    ? (Double) 1.0
                    : (Double) (all.products * all.products / (all.squaresX * all.squaresY)));
  }

  static Accumulator meanX() {
    return new Regression(all -> all.sumX / all.count);
  }

  static Accumulator meanY() {
    return new Regression(all -> all.sumY / all.count);
  }

  static Accumulator covariance() {
    return new Regression(all -> all.products / all.count);
  }

  static Accumulator covarianceOfSample() {
    return new Regression(all -> all.count == 1 ? null : (Double) (all.products / (all.count - 1)));
  }

  static Accumulator squaresX() {
    return new Regression(all -> all.squaresX);
  }

  static Accumulator squaresY() {
    return new Regression(all -> all.squaresY);
  }

  static Accumulator products() {
    return new Regression(all -> all.products);
  }

  private double gradient() {
    return products / squaresX;
  }

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] == null || arguments[1] == null) {
      return;
    }
    double y = ((Number) arguments[0]).doubleValue();
    double x = ((Number) arguments[1]).doubleValue();
    count++;
    sumX += x;
    sumY += y;
    if (count > 1) {
      double fromX = x * count - sumX;
      double fromY = y * count - sumY;
      double scale = 1.0 / (count * (double) (count - 1));
      squaresX += fromX * fromX * scale;
      squaresY += fromY * fromY * scale;
      products += fromX * fromY * scale;
    }
  }

  @Override
  public Object value() {
    return count == 0 ? null : result.apply(this);
  }
}
