package io.github.bedrocksql.console;

/** Which ends of the process people see: standard input, and standard output. */
record Terminals(boolean input, boolean output) {
  /** Neither: a script, or a pipe. */
  static final Terminals NONE = new Terminals(false, false);

  /** The script asks the shell: Java itself can't tell input from output before version 22. */
  static Terminals ofProcess() {
    return new Terminals(
        Boolean.getBoolean("bedrocksql.stdin.terminal"),
        Boolean.getBoolean("bedrocksql.stdout.terminal"));
  }
}
