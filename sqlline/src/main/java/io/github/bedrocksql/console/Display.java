package io.github.bedrocksql.console;

/** How results are shown, as commands set it. */
final class Display {
  /** Whether rows are shown with a line for each value. */
  enum Expanded {
    ON,
    OFF,
    AUTO
  }

  private Expanded expanded = Expanded.AUTO;
  private boolean timing = true;
  private boolean pager = true;

  Expanded expanded() {
    return expanded;
  }

  void expanded(Expanded value) {
    expanded = value;
  }

  boolean timing() {
    return timing;
  }

  void timing(boolean value) {
    timing = value;
  }

  boolean pager() {
    return pager;
  }

  void pager(boolean value) {
    pager = value;
  }
}
