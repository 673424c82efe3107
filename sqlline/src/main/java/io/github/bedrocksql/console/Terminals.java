package io.github.bedrocksql.console;

import java.io.Console;
import java.util.Optional;

/** Which ends of the process people see: standard input, standard output and standard error. */
record Terminals(boolean input, boolean output, boolean errors) {
  /** Neither: a script, or a pipe. */
  static final Terminals NONE = new Terminals(false, false, false);

  /**
   * The script asks the shell: Java itself can't tell input from output before version 22. Without
   * the script, as on Windows, it is a terminal if both are.
   */
  static Terminals ofProcess() {
    boolean both = Optional.ofNullable(System.console()).map(Terminals::isTerminal).orElse(false);
    return new Terminals(
        isTerminal("stdin", both), isTerminal("stdout", both), isTerminal("stderr", both));
  }

  /** From Java 22 on there is a console without a terminal, too, and a way to ask it. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false; // It can't be asked: a script is the safer guess.
    }
  }

  private static boolean isTerminal(String stream, boolean otherwise) {
    String told = System.getProperty("bedrocksql." + stream + ".terminal");
    return told == null ? otherwise : Boolean.parseBoolean(told);
  }
}
