package io.github.bedrocksql.console;

import io.github.bedrocksql.console.ConsoleOptions.ConnectionOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.impl.ReaderUtils;

/** Reads the command line. */
final class OptionParser {
  private static final Set<String> FLAGS =
      Set.of("--sandbox", "--verbose", "--quiet", "--fail-on-warning", "--help", "--version");
  private static final Set<String> VALUED =
      Set.of(
          "--region",
          "--profile",
          "--endpoint",
          "--url",
          "--format",
          "--output",
          "--timeout",
          "--max-calls");
  private static final Set<String> REPEATABLE = Set.of("-e", "-f", "-D");

  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(.*)", Pattern.DOTALL);

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> flags = new HashSet<>();
  private final Map<String, String> parameters = new HashMap<>();
  private final List<Input> inputs = new ArrayList<>();

  private OptionParser() {}

  static ConsoleOptions parse(List<String> arguments) throws UsageException {
    if (arguments.stream().anyMatch(argument -> argument.indexOf('\ufffd') >= 0)) {
      // What Java makes of bytes that are no text in the locale; it would be sent as if it were.
      throw new UsageException(
          "an argument can't be read in this locale; set LC_ALL to one of UTF-8, or use -f");
    }
    OptionParser parser = new OptionParser();
    for (int i = 0; i < arguments.size(); ) {
      i += parser.take(arguments, i);
    }
    return parser.options();
  }

  /** Takes the option at an index and says how many arguments it was. */
  private int take(List<String> arguments, int index) throws UsageException {
    String argument = arguments.get(index);
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = canonical(equals < 0 ? argument : argument.substring(0, equals));
    if (argument.startsWith("-D") && argument.length() > 2) {
      store("-D", argument.substring(2));
      return 1;
    }
    if (FLAGS.contains(name)) {
      if (equals >= 0) {
        throw new UsageException(name + " takes no value");
      }
      flags.add(name);
      return 1;
    }
    if (!VALUED.contains(name) && !REPEATABLE.contains(name)) {
      throw new UsageException(unknown(argument, name));
    }
    if (equals >= 0) {
      store(name, argument.substring(equals + 1));
      return 1;
    }
    if (index + 1 == arguments.size()) {
      throw new UsageException(name + " needs a value");
    }
    String value = arguments.get(index + 1);
    if (isOption(value) || (VALUED.contains(name) && value.startsWith("--"))) {
      throw new UsageException(name + " needs a value, and " + value + " is an option");
    }
    store(name, value);
    return 2;
  }

  /** A known option is not taken for a value, though {@code -- x} is SQL. */
  private static boolean isOption(String argument) {
    String name = canonical(argument);
    return FLAGS.contains(name) || VALUED.contains(name) || REPEATABLE.contains(name);
  }

  private void store(String name, String value) throws UsageException {
    if (name.equals("-D")) {
      storeParameter(value);
    } else if (name.equals("-e")) {
      inputs.add(new Input.Text(value));
    } else if (name.equals("-f")) {
      inputs.add(value.equals("-") ? new Input.StandardInput() : script(value));
    } else if (value.isBlank()) {
      throw new UsageException(name + " needs a value");
    } else if (values.put(name, value) != null) {
      throw new UsageException(name + " is given twice");
    }
  }

  private void storeParameter(String value) throws UsageException {
    Matcher parts = PARAMETER.matcher(value);
    if (!parts.matches()) {
      throw new UsageException("-D takes name=value, for :name in SQL, and not '" + value + "'");
    }
    if (parameters.put(parts.group(1), parts.group(2)) != null) {
      throw new UsageException("-D " + parts.group(1) + " is given twice");
    }
  }

  private static Input script(String path) throws UsageException {
    try {
      return new Input.Script(Path.of(path));
    } catch (InvalidPathException e) {
      throw new UsageException("-f " + path + " is not a file name");
    }
  }

  private ConsoleOptions options() throws UsageException {
    Optional<Format> format = Optional.empty();
    if (values.containsKey("--format")) {
      String name = values.get("--format");
      format = Format.named(name);
      if (format.isEmpty()) {
        String known =
            Arrays.stream(Format.values()).map(Format::label).collect(Collectors.joining(", "));
        throw new UsageException("unknown format '" + name + "': choose one of " + known);
      }
    }
    rejectConflicts();
    ConnectionOptions connection =
        new ConnectionOptions(
            value("--url"),
            flags.contains("--sandbox"),
            value("--region"),
            value("--profile"),
            value("--endpoint"));
    return new ConsoleOptions(
        connection,
        inputs,
        format,
        output(),
        settings(),
        flags.contains("--verbose"),
        flags.contains("--help"),
        flags.contains("--version"));
  }

  private Optional<Path> output() throws UsageException {
    try {
      return value("--output").map(Path::of);
    } catch (InvalidPathException e) {
      throw new UsageException("--output " + values.get("--output") + " is not a file name");
    }
  }

  private Settings settings() throws UsageException {
    return new Settings(
        value("--timeout").isPresent()
            ? OptionValue.duration("--timeout", values.get("--timeout"))
            : Duration.ZERO,
        value("--max-calls").isPresent()
            ? OptionalInt.of(OptionValue.count("--max-calls", values.get("--max-calls")))
            : OptionalInt.empty(),
        flags.contains("--fail-on-warning"),
        flags.contains("--quiet"),
        parameters);
  }

  private void rejectConflicts() throws UsageException {
    rejectTogether("--url", "--sandbox", "--region", "--profile", "--endpoint");
    rejectTogether("--sandbox", "--profile", "--endpoint");
  }

  private void rejectTogether(String option, String... others) throws UsageException {
    for (String other : others) {
      if (isGiven(option) && isGiven(other)) {
        throw new UsageException(option + " and " + other + " exclude each other");
      }
    }
  }

  private boolean isGiven(String option) {
    return values.containsKey(option) || flags.contains(option);
  }

  private Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  private static String canonical(String name) {
    return name.equals("-h") ? "--help" : name;
  }

  private static String unknown(String argument, String name) {
    if (!argument.startsWith("-")) {
      return "unexpected argument '" + argument + "': give SQL with -e and a file with -f";
    }
    String nearest =
        Stream.of(FLAGS, VALUED, REPEATABLE)
            .flatMap(Set::stream)
            .sorted()
            // The distance to a part of a name counts, too, so that several can be as near.
            .min(
                Comparator.<String>comparingInt(known -> ReaderUtils.distance(name, known))
                    .thenComparing(String::length))
            .orElseThrow();
    return "unknown option " + name + ": did you mean " + nearest + "?";
  }
}
