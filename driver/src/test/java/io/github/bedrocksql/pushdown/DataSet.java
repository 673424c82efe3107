package io.github.bedrocksql.pushdown;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.Sandbox;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the endpoint holds.
 *
 * @param generated how many generated jobs each Region has; 0 for the sample jobs
 * @param regions the Regions that the connection names
 */
record DataSet(int generated, ImmutableList<String> regions) {
  private static final ImmutableList<String> ONE = ImmutableList.of("us-east-1");

  private static final Pattern FORM =
      Pattern.compile(
          "(samples|generated (?<jobs>[1-9][0-9]{0,5}))( in (?<regions>[a-z0-9-]+(,[a-z0-9-]+)*))?");

  Sandbox start() {
    if (generated == 0) {
      return Sandbox.startWithSampleJobs();
    }
    Sandbox.Builder sandbox = Sandbox.builder();
    regions.forEach(region -> sandbox.generatedJobs(region, generated));
    return sandbox.start();
  }

  static DataSet parse(Directive directive) {
    Matcher form = FORM.matcher(directive.text());
    if (!form.matches()) {
      throw directive.error(
          "expected 'sandbox samples' or 'sandbox generated <jobs>', and 'in <Region>,<Region>'");
    }
    String regions = form.group("regions");
    return new DataSet(
        form.group("jobs") == null ? 0 : Integer.parseInt(form.group("jobs")),
        regions == null ? ONE : ImmutableList.copyOf(Splitter.on(',').split(regions)));
  }

  @Override
  public String toString() {
    String jobs =
        generated == 0 ? "the sample jobs" : String.format(Locale.ROOT, "%,d jobs", generated);
    return regions.equals(ONE) ? jobs : jobs + " of each of " + String.join(", ", regions);
  }
}
