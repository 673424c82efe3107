package io.github.bedrocksql.adapter.config;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which values a property takes: what its documentation says of them, the choices that a form can
 * show, and what is wrong with another.
 */
@Immutable
final class ValueFormat {
  /** What stands before a message on a value, in place of one that must not be shown. */
  private static final String HIDDEN = "its value";

  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,30}");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]{0,20}:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,600}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

  /** Says what is wrong with a value, after the property's name; empty if nothing is. */
  @Immutable
  private interface Rule {
    Optional<String> objection(String value, boolean secret);
  }

  /** Tells whether a value is allowed. */
  @Immutable
  private interface Test {
    boolean allows(String value);
  }

  private final String description;
  private final ImmutableList<String> choices;
  private final Rule rule;

  private ValueFormat(String description, ImmutableList<String> choices, Rule rule) {
    this.description = description;
    this.choices = choices;
    this.rule = rule;
  }

  /** Any text. */
  static ValueFormat anything() {
    return anything("any");
  }

  /** Any text, which is meant to be something. */
  static ValueFormat anything(String description) {
    return new ValueFormat(description, ImmutableList.of(), (value, secret) -> Optional.empty());
  }

  /** One of some words, in any case. */
  static ValueFormat oneOf(String... words) {
    ImmutableList<String> choices = ImmutableList.copyOf(words);
    return new ValueFormat(
        "`" + String.join("`, `", choices) + "`",
        choices,
        each("one of " + String.join(", ", choices), word -> isIn(choices, word)));
  }

  private static boolean isIn(ImmutableList<String> choices, String word) {
    return choices.stream().anyMatch(word::equalsIgnoreCase);
  }

  /** True or false. */
  static ValueFormat trueOrFalse() {
    return oneOf("true", "false");
  }

  /** A number in digits; both bounds are allowed, and neither has more than six digits. */
  static ValueFormat wholeNumber(int least, int most) {
    return wholeNumber(least + " to " + most, least, most);
  }

  /** The port of a server. */
  static ValueFormat port() {
    return wholeNumber("a port", 1, 65_535);
  }

  private static ValueFormat wholeNumber(String description, int least, int most) {
    return simple(
        description,
        "a whole number from " + least + " to " + most,
        value ->
            NUMBER.matcher(value).matches()
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most);
  }

  /** A text that matches a pattern; {@code wanted} follows "is not" in a message. */
  static ValueFormat matching(String regex, String description, String wanted) {
    Pattern pattern = Pattern.compile(regex);
    return simple(description, wanted, value -> pattern.matcher(value).matches());
  }

  /** A Region, which becomes part of a host's name: nothing else may slip in. */
  static ValueFormat region() {
    return simple("a Region's code", "a Region such as us-east-1", ValueFormat::isRegion);
  }

  /** Regions, or all of them. */
  static ValueFormat regions() {
    Rule rule = each("a Region such as us-east-1", ValueFormat::isRegion);
    return new ValueFormat(
        "comma-separated Region codes, or `*`",
        ImmutableList.of(),
        (value, secret) ->
            value.equals(BedrockConfig.ALL_REGIONS)
                ? Optional.empty()
                : ofList(rule, value, secret));
  }

  private static boolean isRegion(String value) {
    return REGION.matcher(value).matches();
  }

  /** ARNs of roles, and the word for the connection's own credentials. */
  static ValueFormat roles() {
    Rule rule =
        each(
            "'self' or a role such as arn:aws:iam::123456789012:role/audit",
            role -> role.equals(BedrockConfig.OWN_CREDENTIALS) || ROLE.matcher(role).matches());
    return new ValueFormat(
        "comma-separated role ARNs, or `self`",
        ImmutableList.of(),
        (value, secret) -> ofList(rule, value, secret));
  }

  /** A credentials provider of the AWS SDK. */
  static ValueFormat provider() {
    return simple(
        "a class of the AWS SDK",
        "one of the AWS SDK's: " + SdkProvider.names(),
        name -> SdkProvider.named(name).isPresent());
  }

  /** A host. A wrong one is not quoted: who writes a URL may have put a password into it. */
  static ValueFormat host() {
    return new ValueFormat(
        "a host's name or address",
        ImmutableList.of(),
        (value, secret) ->
            HOST.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(
                    " must be a host's name or address only; port, user and password are"
                        + " properties of their own"));
  }

  /** An endpoint's URL, which is not quoted either. */
  static ValueFormat endpoint() {
    return new ValueFormat(
        "`http://` or `https://`, host, port",
        ImmutableList.of(),
        (value, secret) -> Endpoints.objection(value).map(objection -> " " + objection));
  }

  private static ValueFormat simple(String description, String wanted, Test test) {
    return new ValueFormat(description, ImmutableList.of(), each(wanted, test));
  }

  private static Rule each(String wanted, Test test) {
    return (value, secret) ->
        test.allows(value)
            ? Optional.empty()
            : Optional.of(": " + (secret ? HIDDEN : "'" + value + "'") + " is not " + wanted);
  }

  private static Optional<String> ofList(Rule rule, String value, boolean secret) {
    List<String> elements = BedrockConfig.listed(value);
    return elements.stream()
        .flatMap(element -> rule.objection(element, secret).stream())
        .findFirst();
  }

  /** Returns what it takes, in a few words, with code in backquotes. */
  String description() {
    return description;
  }

  /** Returns the only values allowed; empty if there are too many to list. */
  ImmutableList<String> choices() {
    return choices;
  }

  /**
   * Returns what is wrong with a value, to follow the property's name; empty if nothing is.
   *
   * @param secret whether the value must not be quoted
   */
  Optional<String> objection(String value, boolean secret) {
    return rule.objection(value, secret);
  }
}
