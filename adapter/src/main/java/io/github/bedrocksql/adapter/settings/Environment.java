package io.github.bedrocksql.adapter.settings;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The variables of the process and the properties of the JVM, as they are at one time. What is
 * empty counts as not set. {@link #toString} shows no value: some are secrets.
 */
public record Environment(
    ImmutableMap<String, String> variables, ImmutableMap<String, String> properties) {
  /** Nothing is set. */
  public static final Environment NONE = new Environment(ImmutableMap.of(), ImmutableMap.of());

  private static final ImmutableList<String> FILES =
      ImmutableList.of("aws.configFile", "aws.sharedCredentialsFile");

  private static final String NO_FILE = Path.of("no", "such", "file").toString();

  private static final Pattern REFERENCE = Pattern.compile("\\$(?:(\\w+)|\\{([^}]+)})");

  /** Returns that of this process, now. */
  public static synchronized Environment ofProcess() {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    Properties all = System.getProperties();
    all.stringPropertyNames().forEach(name -> texts.put(name, all.getProperty(name)));
    return new Environment(ImmutableMap.copyOf(System.getenv()), texts.buildOrThrow());
  }

  /**
   * Runs what must not find the AWS configuration files: the AWS SDK reads them whenever it makes a
   * client, whatever it is told, and throws where they are not of its own grammar. Only for such
   * files: to anybody else who asks the SDK meanwhile they would be of no use either.
   */
  public static synchronized <T> T withoutFiles(Supplier<T> work) {
    Map<String, String> before = new HashMap<>();
    for (String property : FILES) {
      before.put(property, System.getProperty(property));
      System.setProperty(property, NO_FILE);
    }
    try {
      return work.get();
    } finally {
      before.forEach(Environment::restore);
    }
  }

  private static void restore(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  /** Returns a variable of the process. */
  public Optional<Setting> variable(String name) {
    return setting(variables, name, name);
  }

  /** Returns a property of the JVM. */
  public Optional<Setting> property(String name) {
    return setting(properties, name, "-D" + name);
  }

  /** Returns a property of the JVM or else the first of some variables that is set. */
  public Optional<Setting> first(String property, String... names) {
    return property(property)
        .or(() -> Stream.of(names).map(this::variable).flatMap(Optional::stream).findFirst());
  }

  private static Optional<Setting> setting(Map<String, String> from, String name, String source) {
    return Optional.ofNullable(from.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> new Setting(value.strip(), source));
  }

  /** Returns the user's home, where the AWS CLI looks for it. */
  public Path home() {
    return Path.of(
        variable("HOME")
            .or(() -> variable("USERPROFILE"))
            .or(() -> property("user.home"))
            .map(Setting::value)
            .orElse("."));
  }

  /** Returns a path as a shell would: with the home for ~ and the values of variables. */
  Path path(String text) {
    Matcher references = REFERENCE.matcher(text);
    String expanded =
        references.replaceAll(
            found -> {
              String name = found.group(1) == null ? found.group(2) : found.group(1);
              return Matcher.quoteReplacement(variables.getOrDefault(name, found.group()));
            });
    if (expanded.equals("~")) {
      return home();
    }
    return expanded.startsWith("~/") ? home().resolve(expanded.substring(2)) : Path.of(expanded);
  }

  @Override
  public String toString() {
    return variables.size() + " variables, " + properties.size() + " properties";
  }
}
