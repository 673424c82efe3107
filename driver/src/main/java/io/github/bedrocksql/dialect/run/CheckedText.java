package io.github.bedrocksql.dialect.run;

/** A text that is searched: a regular expression reads some of its characters over and over. */
final class CheckedText implements CharSequence {
  private static final int READS_BETWEEN_CHECKS = 64;

  private final String text;
  private final PlanRun run;
  private int reads;

  CheckedText(String text, PlanRun run) {
    this.text = text;
    this.run = run;
  }

  @Override
  public char charAt(int index) {
    if (++reads % READS_BETWEEN_CHECKS == 0) {
      run.check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
