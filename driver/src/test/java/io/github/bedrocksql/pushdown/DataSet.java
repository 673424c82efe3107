package io.github.bedrocksql.pushdown;

import io.github.bedrocksql.sandbox.Sandbox;
import java.util.Locale;

/**
 * What the endpoint holds in us-east-1.
 *
 * @param generated how many generated jobs; 0 for the sample jobs
 */
record DataSet(int generated) {
  Sandbox start() {
    return generated == 0
        ? Sandbox.startWithSampleJobs()
        : Sandbox.builder().generatedJobs("us-east-1", generated).start();
  }

  static DataSet parse(Directive directive) {
    if (directive.text().equals("samples")) {
      return new DataSet(0);
    }
    if (!directive.text().matches("generated [1-9][0-9]{0,5}")) {
      throw directive.error("expected 'sandbox samples' or 'sandbox generated <jobs>'");
    }
    return new DataSet(Integer.parseInt(directive.text().substring("generated ".length())));
  }

  @Override
  public String toString() {
    return generated == 0 ? "the sample jobs" : String.format(Locale.ROOT, "%,d jobs", generated);
  }
}
