package io.github.bedrocksql.dialect.aggregate;

/** A function before OVER. */
@FunctionalInterface
interface WindowFunction {
  /** Sets a field of every row of a partition to the function's value. */
  void evaluate(Partition partition, FrameRule frames, int output);
}
